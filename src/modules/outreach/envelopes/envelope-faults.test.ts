import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasuredEnvelope } from './envelope.ts'
import { envelopeFaults } from './envelope-faults.ts'

const dl: MeasuredEnvelope = {
  name: 'DL',
  width: 220,
  height: 110,
  windowWidth: 100,
  windowHeight: 45,
  fromRight: 20,
  fromBottom: 20,
  foldedHeight: 99,
}
const fieldsOf = (other: Partial<MeasuredEnvelope>) =>
  envelopeFaults({ ...dl, ...other }).map(({ field }) => field)

test('the usual envelopes can be used, and a C5 for a sheet folded in two', () => {
  assert.deepEqual(fieldsOf({}), [])
  assert.deepEqual(fieldsOf({ windowHeight: 35 }), [])
  assert.deepEqual(fieldsOf({ width: 229, height: 114 }), [])
  assert.deepEqual(fieldsOf({ width: 229, height: 162, foldedHeight: 148.5, fromBottom: 70 }), [])
})

test('a window outside its envelope is told with the measures that do not add up', () => {
  const [fault] = envelopeFaults({ ...dl, fromRight: 130 })

  assert.equal(fault?.field, 'fromRight')
  assert.match(fault?.sentence ?? '', /100 mm de fenêtre et 130 mm jusqu’au bord droit font plus que 220 mm/)
  assert.deepEqual(fieldsOf({ windowHeight: 100 }), ['fromBottom'])
})

test('a sheet that does not go in is told, by its width and by its fold', () => {
  assert.deepEqual(fieldsOf({ width: 110, height: 220, windowWidth: 60 }), ['width'])
  assert.deepEqual(fieldsOf({ foldedHeight: 148.5 }), ['height'])
})

test('a window that would show our sender, our text, the stamp, or too little address, is refused', () => {
  assert.deepEqual(fieldsOf({ fromRight: 100 }), ['fromRight'])
  assert.deepEqual(fieldsOf({ fromBottom: 10 }), ['fromBottom'])
  assert.deepEqual(fieldsOf({ fromBottom: 30 }), ['fromBottom'])
  assert.deepEqual(fieldsOf({ windowHeight: 20 }), ['windowHeight'])
  assert.deepEqual(fieldsOf({ windowWidth: 65 }), ['windowWidth'])
})
