import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReplyCode } from '#values/reply-code.ts'
import { toHtmlEmail } from './html-email.ts'
import { legalNotice } from './legal-notice.ts'
import { readBody } from './message.ts'
import { messageValues } from './message-values.ts'
import { isForCompanies, models } from './models.ts'
import { plainSubject, toPlainText } from './plain-text.ts'
import { toTypst } from './typst-text.ts'

const undertaking = {
  operator: 'Centre de gestion',
  operatorContact: '03 00 00 00 00',
  association: 'CLX',
  baseUrl: 'https://beffroi.example',
  date: new Date('2026-03-01T09:00:00Z'),
}
const notice = legalNotice({
  operator: 'Le Centre de gestion',
  association: 'CLX',
  dpoEmail: 'dpo@cdg.example',
  source: 'l’Annuaire de l’administration (service-public.fr)',
  answerUrl: 'https://beffroi.example/r',
  baseUrl: 'https://beffroi.example',
})
const named = (name: string) =>
  messageValues({ commune: { name, link: 0 }, code: 'ABCDEFGHJK' as ReplyCode }, undertaking)
const quesnoy = messageValues(
  { commune: { name: 'Le Quesnoy', link: 2 }, code: 'ABCDEFGHJK' as ReplyCode },
  undertaking,
)
const message = { subject: 'Pour {{commune}}', body: 'À **{{commune}}**, fin.\n\n{{mentions_legales}}' }
const hostile = [
  '*a*',
  '#import "x"',
  '<script>alert(1)</script>',
  '{{code}}',
  '[a](b)',
  '"]; #panic()',
  '\\',
  '& co',
]

test('a hostile name stays the name it is in HTML', () => {
  for (const name of hostile) {
    const html = toHtmlEmail(message, named(name), notice)
    const escaped = name
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')

    assert.ok(html.includes(`<strong>${escaped}</strong>`), name)
    assert.doesNotMatch(html, /<script|<em>/)
  }
})

test('a hostile name stays the name it is in plain text, and cannot break the subject', () => {
  for (const name of hostile)
    assert.ok(toPlainText(message, named(name), notice).startsWith(`À ${name}, fin.`))
  assert.equal(plainSubject(message, named('X\r\nBcc: y@z.example')), 'Pour X Bcc: y@z.example')
})

test('the letter’s source holds the names of values, never the values, and texts only as strings', () => {
  const { blocks } = readBody(
    '#import "x" {{commune}}.suite \\\\ "cité" $a$ @b {{inconnue}}\n\n{{mentions_legales}}',
  )

  assert.equal(
    toTypst(blocks).trim(),
    '#"#import \\"x\\" ";#v.commune;#".suite \\\\ \\"cité\\" $a$ @b ";#"";',
  )
})

test('the e-mail loads nothing, holds no image, and stays under 100 kB', () => {
  for (const model of models) {
    const html = toHtmlEmail(model, quesnoy, notice)

    assert.doesNotMatch(html, /<img|<link|<script|url\(|src=|@import/)
    assert.ok(Buffer.byteLength(html) < 100_000)
    if (!isForCompanies(model)) assert.match(html, /du Quesnoy/)
  }
})

test('the answer link alone in its paragraph is a button in the e-mail, an address in the text, nothing in the letter', () => {
  const body = 'Bonjour.\n\n[Répondre]({{lien_reponse}})\n\n{{mentions_legales}}'

  assert.match(
    toHtmlEmail({ subject: 'x', body }, quesnoy, notice),
    /<a href="https:\/\/beffroi\.example\/r\/ABCDEFGHJK" style=/,
  )
  assert.ok(
    toPlainText({ subject: 'x', body }, quesnoy, notice).includes(
      'Répondre\u00a0: https://beffroi.example/r/ABCDEFGHJK',
    ),
  )
  assert.doesNotMatch(toTypst(readBody(body).blocks), /link/)
})

test('plain text keeps within 76 columns, except an address that cannot be broken', () => {
  for (const model of models) {
    for (const line of toPlainText(model, quesnoy, notice).split('\n')) {
      assert.ok(line.length <= 76 || line.includes('https://'), line)
    }
  }
})

test('texts are set as French printers do', () => {
  const text = toPlainText(
    { subject: 'x', body: "L'outil : « libre » ; oui ?\n\n{{mentions_legales}}" },
    quesnoy,
    notice,
  )

  assert.ok(text.startsWith('L’outil\u00a0: «\u00a0libre\u00a0»\u202f; oui\u202f?'))
})

test('the legal notice says who, why, on which base, from where, how long, and how to oppose', () => {
  const text = notice.map((part) => `${part.title} ${part.text}`).join(' ')

  for (const duty of [
    'CLX',
    'dpo@cdg.example',
    '6.1.e',
    '6.1.f',
    'service-public.fr',
    'Trois ans',
    'opposer',
    'CNIL',
    'code',
  ]) {
    assert.ok(text.includes(duty), duty)
  }
})
