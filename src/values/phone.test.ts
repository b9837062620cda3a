import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatPhone, parsePhone } from './phone.ts'

test('a French number is kept in its international form, however it was typed', () => {
  for (const typed of [
    '03 27 00 00 01',
    '03.27.00.00.01',
    '+33 3 27 00 00 01',
    '0033327000001',
    '+33 (0)3-27-00-00-01',
  ])
    assert.deepEqual(parsePhone(typed), { ok: true, value: '+33327000001' }, typed)
})

test('a service number of four digits and an overseas number are kept', () => {
  assert.deepEqual(parsePhone('39 49'), { ok: true, value: '3949' })
  assert.deepEqual(parsePhone('+262 262 00 00 00'), { ok: true, value: '+262262000000' })
})

test('what is not a number is refused', () => {
  for (const other of ['', '03 27 00 00', 'standard', '03 27 00 00 01 poste 12', '00 00 00 00 00'])
    assert.deepEqual(parsePhone(other), { ok: false, reason: 'not-a-phone' }, other)
})

test('a number is shown in pairs that do not break', () => {
  assert.equal(formatPhone('+33327000001'), '03\u00a027\u00a000\u00a000\u00a001')
  assert.equal(formatPhone('3949'), '39\u00a049')
})
