import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lightCopy } from './light-copy.ts'
import { parseMail } from './parse-mail.ts'

const encode = (text: string) => new TextEncoder().encode(text)

test('a short message is copied byte for byte, however it is cut on the way', () => {
  const message = encode('From: a@b.example\r\n\r\n--x\r\nBonjour\r\n--x--\r\n')

  for (const step of [1, 2, 3, 7, 100]) {
    const copy = lightCopy()
    for (let at = 0; at < message.length; at += step) copy.push(message.subarray(at, at + step))

    assert.deepEqual(copy.bytes(), message)
  }
})

test('thirty megabytes of attachment leave their place and their name, and the words after them', async () => {
  const copy = lightCopy()
  const line = encode(`${'QUJD'.repeat(19)}\r\n`)
  copy.push(
    encode(
      'From: mairie@abscon.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nVoici.\r\n',
    ),
  )
  copy.push(
    encode('--x\r\nContent-Type: image/jpeg; name="plan.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n'),
  )
  for (let size = 0; size < 30_000_000; size += line.length) copy.push(line)
  copy.push(encode('--x\r\nContent-Type: text/plain\r\n\r\nCordialement\r\n--x--\r\n'))

  const light = copy.bytes()
  const mail = await parseMail(light)

  assert.ok(light.length < 300_000)
  assert.match(mail.text, /Voici\.\s+Cordialement/)
  assert.deepEqual(
    mail.attachments.map(({ name }) => name),
    ['plan.jpg'],
  )
})
