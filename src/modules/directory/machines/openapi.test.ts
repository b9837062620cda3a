import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { openApiDocument } from './openapi.ts'

test('the description of what machines read is a valid OpenAPI 3.1 document', async () => {
  const document = openApiDocument('https://beffroi.example')

  const { valid, errors } = await new Validator().validate(structuredClone(document))

  assert.equal(valid, true, JSON.stringify(errors))
  assert.ok(Object.keys(document.components.schemas).includes('Software'))
})
