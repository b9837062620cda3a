import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible, assertFitsItsScreen } from './accessibility.ts'
import { oneTimeLinkFor, oneTimeLinkOf } from './first-link.ts'
import { openSite, withoutBrowser } from './site.ts'

const dpnt = [
  'type;siret;siren;libelle;population;code_insee;code_postal;adresse_messagerie;site_internet;telephone',
  'commune;21590002800013;215900028;Abscon;4108;59002;59215;mairie@abscon.example;;0353010002',
  'commune;21590092900015;215900929;Bousignies;339;59100;59178;mairie@bousignies.example;;0353010100',
  'commune;21590999900015;219999999;Nulle-Part;12;59999;59000;mairie@nulle-part.example;;',
].join('\n')

test('a coordinator founds the programme, writes, hears an answer and accompanies a town hall', {
  skip: withoutBrowser,
}, async () => {
  const site = await openSite()
  const page = await site.visit({ viewport: { width: 1280, height: 900 } })
  page.setDefaultTimeout(8_000)
  const seen = async () => {
    await assertAccessible(page)
    await assertFitsItsScreen(page)
  }

  // The terminal's link opens the door, and the programme is founded on the suggested perimeter.
  await page.goto(await oneTimeLinkOf(site.world))
  await press(page, 'Entrer')
  await seen()
  await fill(page, { 'Votre nom': 'Claire Delattre', 'Votre adresse électronique': 'claire@cdg.example' })
  await partner(page, 'operator', 'Centre de gestion')
  await partner(page, 'association', 'Les Amis du libre')
  await press(page, 'Fonder le programme')
  await page.waitForURL(/\/territory/)
  await seen()
  assert.match(await words(page), /47 communes/)

  // Contact points are imported, after a dry run that changes nothing.
  await page.goto('/imports/new')
  await page.setInputFiles('input[name=file]', {
    name: 'dpnt.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(dpnt),
  })
  await page.fill('[name=sourceDate]', '2025-11-01')
  await press(page, 'Vérifier le fichier')
  await until(page, /Importer pour de bon/)
  await seen()
  assert.match(await words(page), /59999|Nulle-Part/)
  await press(page, 'Importer pour de bon')
  await until(page, /terminé|importé/i)

  // The association's first person is let in, and has a browser of her own.
  await page.goto('/members')
  await fill(page, {
    'Son prénom et son nom': 'Inès Marchand',
    'Son adresse électronique': 'ines@libre.example',
  })
  await press(page, 'Accueillir cette personne')
  const ines = await site.visit({ viewport: { width: 1280, height: 900 } })
  ines.setDefaultTimeout(8_000)
  await ines.goto(await oneTimeLinkFor(site.world, 'ines@libre.example'))
  await press(ines, 'Entrer')

  // Each body confirms its entry of the register: why it writes, and on which legal base.
  for (const person of [page, ines]) {
    await person.goto('/register')
    await confirmOwnEntry(person)
  }

  // A wave is prepared with the first letter, and launched when its list is green.
  await page.goto('/waves/new')
  await fill(page, { 'Nom de la vague': 'Première vague' })
  await page.selectOption('[name=message]', { label: 'La première lettre' })
  await page.check('[name=way][value=letter]')
  await press(page, 'Préparer la vague')
  await seen()
  assert.equal(await page.getByRole('button', { name: 'Lancer la vague' }).isDisabled(), true)
  const draft = page.url()

  // What is tried for real is tried, a letter is looked at, and the association reads and approves.
  await press(page, 'Vérifier maintenant')
  await page.goto(`${draft}/test-copy`)
  await press(page, 'M’envoyer une copie d’essai')
  await press(page, 'Je l’ai regardée')
  await ines.goto('/waves')
  await ines.getByRole('link', { name: /Relire/ }).click()
  await ines.getByLabel('Oui, je l’approuve').check()
  await press(ines, 'Enregistrer ma réponse')
  await assertAccessible(ines)
  assert.match(await words(ines), /Approuvée par Inès Marchand/)
  await page.goto(draft)
  await seen()
  await press(page, 'Lancer la vague')
  await until(page, /Lot 1/)
  await seen()
  const wave = new URL(page.url()).pathname

  // The lot is printed, enclosed and posted.
  await until(page, /composé/i)
  await page.getByRole('link', { name: /Lot 1/ }).first().click()
  await press(page, 'Le lot est imprimé')
  await press(page, 'Le lot est sous pli')
  await fill(page, { 'Preuve de dépôt': 'Bordereau 1' })
  await press(page, 'Le lot est posté')
  await seen()
  await page.goto('/territory?stage=written')
  assert.doesNotMatch(await words(page), /^0 commune/m)

  // The town hall types the code of its letter in small letters, on a small screen, without script.
  const code = await codeOf(page, wave)
  const secretary = await site.visit({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  await secretary.goto('/r')
  await secretary.fill('input[name=code]', code.toLowerCase())
  await secretary.keyboard.press('Enter')
  await secretary.getByLabel('Voici notre besoin').check()
  await secretary.selectOption('[name=theme]', { label: 'Transmission des actes à la préfecture (S²LOW)' })
  await secretary.fill('textarea', 'Comment envoyer nos délibérations ?')
  await secretary.getByRole('button', { name: /Envoyer/ }).click()
  assert.match(await words(secretary), /Merci|Centre de gestion/)

  // E-administration is the operator's: the contact is in its inbox, and becomes a case.
  await page.goto('/contacts')
  assert.match(await words(page), /Comment envoyer nos délibérations/)
  await seen()
  await press(page, 'Je m’en occupe')
  await page
    .getByRole('link', { name: /Ouvrir un accompagnement/ })
    .first()
    .click()
  await press(page, 'Ouvrir l’accompagnement')
  await seen()
  await page.getByText('Clore l’accompagnement').first().click()
  await page.getByLabel('La commune est autonome').check()
  await page.getByRole('button', { name: /Clore/ }).last().click()

  // The stage, the map and the funnel follow by themselves.
  await page.goto('/territory?stage=autonomous')
  assert.match(await words(page), /1 commune/)
  await page.goto('/steering')
  await seen()
  assert.match(await words(page), /1 sur/)
})

/** What the page says, with plain spaces where French typography sets unbreakable ones. */
const words = async (page: Page) =>
  ((await page.evaluate('document.querySelector("main").innerText')) as string).replace(
    /[\u00a0\u202f]/g,
    ' ',
  )

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value)
}

/** Confirms, as it is proposed, the entry that somebody's own body keeps for the waves. */
async function confirmOwnEntry(page: Page) {
  const name = 'Faire connaître les logiciels libres aux mairies'
  const links = await page.getByRole('link', { name }).all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const path of paths) {
    await page.goto(path ?? '')
    const confirm = page.getByRole('button', { name: 'Enregistrer et confirmer la fiche' })
    if ((await confirm.count()) === 0) continue

    await confirm.click()
    await page.getByText('La fiche est enregistrée').waitFor()
    return
  }
  assert.fail('no entry of the register may be confirmed')
}

async function partner(page: Page, prefix: string, name: string) {
  await page.fill(`[name=${prefix}Name]`, name)
  await page.fill(`[name=${prefix}Address]`, '1 place de la République\n59000 Lille')
  await page.fill(`[name=${prefix}Email]`, `contact@${prefix}.example`)
  await page.fill(`[name=${prefix}Dpo]`, `dpo@${prefix}.example`)
}

/** Reads the page again until it says what is awaited, as its own refresh does. */
async function until(page: Page, awaited: RegExp, patience = 60) {
  for (let turn = 0; turn < patience; turn++) {
    if (awaited.test(await words(page))) return
    await page.waitForTimeout(500)
    await page.reload()
  }
  assert.match(await words(page), awaited)
}

async function codeOf(page: Page, wave: string) {
  await page.goto(`${wave}/deliveries`)
  await page.getByRole('link', { name: 'Bousignies' }).first().click()
  const [code] = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await words(page)) ?? []
  assert.ok(code, 'the delivery shows its reply code')
  return code
}
