import assert from 'node:assert/strict'
import { test } from 'node:test'
import { legalNotice } from './legal-notice.ts'
import { htmlWords, missingElements, noticeElements } from './notice-elements.ts'

const notice = {
  operator: 'Centre de gestion & Cie',
  association: 'Les Amis du libre',
  dpoEmail: 'dpo@operator.example',
  source: 'Annuaire de l’administration',
  answerUrl: 'https://beffroi.example/r',
  baseUrl: 'https://beffroi.example',
}
const elements = noticeElements(notice)
const drawn = legalNotice(notice).map(({ title, text }) => `${title} ${text}`)

test('the notice says all that the law asks, however its lines are cut', () => {
  assert.deepEqual(missingElements(drawn.join('\n'), elements), [])
  assert.deepEqual(
    missingElements(drawn.join(' ').replace('professionnelles', 'profession-\nnelles'), elements),
    [],
  )
})

test('each part that is left out is told by its name', () => {
  const without = (rank: number) =>
    missingElements(drawn.filter((_, other) => other !== rank).join(' '), elements)

  assert.ok(without(0).includes('qui écrit'))
  assert.deepEqual(without(1), ['la finalité', 'la base légale'])
  assert.deepEqual(without(2), ['les catégories de données', 'la source'])
  assert.deepEqual(without(3), ['les destinataires', 'la durée de conservation'])
  assert.deepEqual(without(4), ['les droits', 'le moyen de s’opposer', 'la réclamation à la CNIL'])
})

test('what is not known is missing, even when nothing can be looked for', () => {
  const unknown = noticeElements({ ...notice, dpoEmail: '' })

  assert.deepEqual(missingElements(drawn.join(' '), unknown), ['le délégué à la protection des données'])
})

test('an HTML e-mail is read by its words, not by its styles', () => {
  assert.equal(htmlWords('<style>CNIL</style><p title="CNIL">Vous &amp; nous</p>').trim(), 'Vous & nous')
})
