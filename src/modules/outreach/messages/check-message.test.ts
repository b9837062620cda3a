import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReplyCode } from '#values/reply-code.ts'
import { checkMessage } from './check-message.ts'
import { companyValues, messageValues } from './message-values.ts'
import { isForCompanies, models } from './models.ts'
import { themes } from './themes.ts'

const values = messageValues(
  { commune: { name: 'Abscon', link: 1 }, code: 'ABCDEFGHJK' as ReplyCode },
  {
    operator: 'Centre de gestion',
    operatorContact: '03 00 00 00 00',
    association: 'CLX',
    baseUrl: 'https://beffroi.example',
    date: new Date('2026-03-01T09:00:00Z'),
  },
)
const kinds = (body: string, subject = 'Objet') =>
  checkMessage({ subject, body }, values).map(({ kind }) => kind)
const whole = (text: string) => `${text}\n\n{{mentions_legales}}`

const ofCompany = companyValues(
  { name: 'Libre Services', path: '/companies/1', source: 'Annuaire', code: 'ABCDEFGHJK' as ReplyCode },
  {
    operator: 'Centre de gestion',
    operatorContact: '03 00 00 00 00',
    association: 'CLX',
    baseUrl: 'https://beffroi.example',
    date: new Date('2026-03-01T09:00:00Z'),
  },
)

test('the models may leave as they are, for a town hall of which little is known, or for a company', () => {
  for (const model of models)
    assert.deepEqual(checkMessage(model, isForCompanies(model) ? ofCompany : values), [], model.id)
})

test('a variable of the other kind of addressee is empty, and the sentence says for whom it is made', () => {
  const [ofTownHall] = checkMessage({ subject: 'x', body: whole('{{entreprise}}') }, values)
  const [ofOther] = checkMessage({ subject: 'x', body: whole('{{maire}}') }, ofCompany)

  assert.match(ofTownHall?.sentence ?? '', /vide pour Abscon. Cette variable est faite pour une entreprise/)
  assert.match(ofOther?.sentence ?? '', /vide pour Libre Services. Cette variable est faite pour une mairie/)
})

test('each theme fits in a message and counts 60 to 90 words', () => {
  for (const { title, text } of themes) {
    const words = text.split(/\s+/).length

    assert.ok(words >= 60 && words <= 90, `${title} : ${words}`)
    assert.deepEqual(kinds(whole(`## ${title}\n\n${text}`)), [])
    assert.doesNotMatch(text, /!/)
  }
})

test('an unknown variable is named with its line and the nearest known one', () => {
  const [problem] = checkMessage(
    { subject: 'Objet', body: whole('Bonjour,\n\nÀ la mairie {{du_comune}}.') },
    values,
  )

  assert.equal(
    problem?.sentence,
    'Ligne 3 : la variable {{du_comune}} n’existe pas. Vouliez-vous {{du_commune}} ?',
  )
})

test('a name that resembles nothing is proposed nothing', () => {
  const [problem] = checkMessage({ subject: 'Objet', body: whole('{{constructor}}') }, values)

  assert.equal(problem?.kind, 'unknown-variable')
  assert.equal(problem?.suggestion, undefined)
})

test('a variable on a later line of a paragraph is found on that line', () => {
  const [problem] = checkMessage({ subject: 'Objet', body: whole('Un\ndeux {{x_y_z}}') }, values)

  assert.equal(problem?.line, 2)
})

test('a variable that is empty for this commune is told with its name', () => {
  const [problem] = checkMessage({ subject: 'Objet', body: whole('Cher {{maire}},') }, values)

  assert.equal(problem?.kind, 'empty-variable')
  assert.match(problem?.sentence ?? '', /\{\{maire\}\} est vide pour Abscon/)
})

test('a variable left open is not sent as it is', () => {
  assert.deepEqual(kinds(whole('À {{commune}, bonjour.')), ['broken-variable'])
})

test('a message without its legal block does not leave', () => {
  assert.deepEqual(kinds('Bonjour.'), ['missing-legal-block'])
})

test('a legal block inside a sentence is misplaced, and does not count', () => {
  assert.deepEqual(kinds('Voici {{mentions_legales}} ici.'), ['missing-legal-block', 'misplaced-legal-block'])
})

test('a message with nothing but its legal block is empty', () => {
  assert.deepEqual(kinds(whole('')), ['empty-body'])
})

test('HTML, images, code and strange links are refused, with their line', () => {
  const refused = [
    '<script>alert(1)</script>',
    '![x](https://a.example/p.gif)',
    '`x`',
    '[x](javascript:alert(1))',
  ]
  for (const text of refused) assert.deepEqual(kinds(whole(text)), ['unsafe-markup'], text)
})

test('a subject is never empty nor endless, and its variables are checked too', () => {
  assert.deepEqual(kinds(whole('Bonjour.'), ' '), ['empty-subject'])
  assert.deepEqual(kinds(whole('Bonjour.'), 'a'.repeat(150)), [])
  assert.deepEqual(kinds(whole('Bonjour.'), 'a'.repeat(151)), ['too-long'])
  assert.deepEqual(kinds(whole('Bonjour.'), 'Pour {{comune}}'), ['unknown-variable'])
})
