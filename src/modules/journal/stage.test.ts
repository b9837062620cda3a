import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldStage, stageAfter } from './stage.ts'

test('a commune moves from the first letter to autonomy', () => {
  assert.equal(foldStage(['written', 'in-contact', 'accompanied', 'autonomous']), 'autonomous')
})

test('a reminder does not push back a town hall that answered', () => {
  assert.equal(foldStage(['written', 'in-contact', 'written']), 'in-contact')
})

test('a letter does not bring back a town hall that declined, its own word does', () => {
  assert.equal(foldStage(['written', 'declined', 'written']), 'declined')
  assert.equal(foldStage(['written', 'declined', 'in-contact']), 'in-contact')
})

test('an accompaniment that ends without its goal leaves the commune in contact', () => {
  assert.equal(stageAfter('accompanied', 'left'), 'in-contact')
  assert.equal(stageAfter('autonomous', 'left'), 'autonomous')
})

test('a town hall that is accompanied does not decline by an answer to a letter', () => {
  assert.equal(stageAfter('accompanied', 'declined'), 'accompanied')
})
