import parseSpdx from 'spdx-expression-parse'
import type { FaultCode } from './fault.ts'
import { spdxCased } from './spdx-case.ts'
import { graphemes, isBlank, isList, isMap, type Value } from './value.ts'

type Say = (code: FaultCode, at: string, sentence: string) => void

/** How a check says what it finds: an error, which the standard refuses, or a warning. */
export type Check = { readonly fault: Say; readonly warn: Say }

export type Rule = (value: Value, at: string, check: Check) => void

/** What the standard says of a key: what it may hold, and whether it must be there or should no longer be. */
export type Key = {
  readonly rule: Rule
  readonly isRequired?: boolean
  readonly isDeprecated?: string
}
export type Keys = Readonly<Record<string, Key>>

/** A map whose keys are known: the others are errors, for the reference parser reads strictly. */
export function checkMap(keys: Keys, name: string): Rule {
  return (value, at, check) => {
    if (!isMap(value))
      return check.fault(
        'wrong-type',
        at,
        `« ${name || at} » doit contenir des clés, une par ligne en retrait.`,
      )

    for (const [key, { isRequired }] of Object.entries(keys))
      if (isRequired && isBlank(value[key])) check.fault('missing', below(at, key), missing(key, at))
    for (const [key, inner] of Object.entries(value)) checkKey(keys, key, inner, at, check)
  }
}

function checkKey(keys: Keys, key: string, value: Value, at: string, check: Check) {
  const known = Object.hasOwn(keys, key) ? keys[key] : undefined
  const path = below(at, key)
  if (!known) return check.fault('unknown-key', path, unknown(key, at))
  if (known.isDeprecated) check.warn('deprecated', path, known.isDeprecated)
  if (!isBlank(value)) known.rule(value, path, check)
}

const missing = (key: string, at: string) =>
  at === ''
    ? `Ajoutez la clé « ${key} » : elle est obligatoire.`
    : `Ajoutez la clé « ${key} » sous « ${at} » : elle est obligatoire.`

/** Keys that are met often, and what their authors meant. */
const meant: Readonly<Record<string, string>> = {
  creationDate: 'retirez-la : la norme n’a pas de date de création',
  latestRelease: 'écrivez « softwareVersion » et « releaseDate » à la place',
  lastUpdated: 'retirez-la : la norme n’a pas de date de mise à jour',
  packages: 'retirez-la, ou citez les paquets dans « dependsOn »',
  metadataFiles: 'retirez-la : ces fichiers se trouvent à la racine du dépôt',
  fr: 'retirez cette section : il n’existe pas d’extension française',
  url: 'écrivez « uri » à la place',
  licence: 'écrivez « license » à la place',
  tags: 'écrivez « categories » à la place, avec les mots de la norme',
  '<<': 'recopiez les clés : YAML 1.2 n’a pas de fusion',
}

function unknown(key: string, at: string) {
  const where = at === '' ? '' : ` sous « ${at} »`
  const what = Object.hasOwn(meant, key) ? meant[key] : 'retirez-la, ou corrigez son nom'
  return `La clé « ${key} »${where} n’existe pas dans la norme : ${what}.`
}

export const below = (at: string, key: string | number) => (at === '' ? String(key) : `${at}.${key}`)

/** A text of any kind, within lengths counted in graphemes. */
export function text({ least = 1, most }: { least?: number; most?: number } = {}): Rule {
  return (value, at, check) => {
    if (typeof value !== 'string') return notText(value, at, check)
    const length = graphemes(value.trim())
    if (length < least)
      check.fault('too-short', at, `« ${at} » compte ${length} caractères : il en faut au moins ${least}.`)
    if (most !== undefined && length > most)
      check.fault('too-long', at, `« ${at} » compte ${length} caractères : il en faut au plus ${most}.`)
  }
}

const notText = (value: Value, at: string, { fault }: Check) =>
  fault(
    'wrong-type',
    at,
    typeof value === 'boolean'
      ? `« ${at} » doit être un texte : mettez « ${value} » entre guillemets.`
      : `« ${at} » doit être un seul texte.`,
  )

/** What is a text, and says something more precise. */
const textThat =
  (
    code: FaultCode,
    isRight: (text: string) => boolean,
    sentence: (at: string, text: string) => string,
  ): Rule =>
  (value, at, check) => {
    if (typeof value !== 'string') return notText(value, at, check)
    if (!isRight(value.trim())) check.fault(code, at, sentence(at, value.trim()))
  }

/** Whether a text is an address of the web. */
export const isWebAddress = (text: string) => /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text)
export const webAddress = textThat(
  'not-an-address',
  isWebAddress,
  (at, text) =>
    `« ${at} » doit être une adresse qui commence par https:// ; « ${brief(text)} » n’en est pas une.`,
)

export const uri = textThat(
  'not-an-address',
  (text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text),
  (at, text) =>
    `« ${at} » doit être un identifiant comme https://… ou urn:… ; « ${brief(text)} » n’en est pas un.`,
)

export const email = textThat(
  'not-an-email',
  (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  (at) => `« ${at} » doit être une adresse électronique, comme contact@exemple.fr.`,
)

export const image = textThat(
  'not-an-image',
  (text) => /\.(svg|svgz|png)$/i.test(text.replace(/[?#].*$/, '')) && !/\s/.test(text),
  (at) =>
    `« ${at} » doit mener à une image .svg, .svgz ou .png, par son adresse ou son chemin dans le dépôt.`,
)

export const day = textThat('not-a-date', isDay, (at, text) =>
  isWebAddress(text)
    ? `« ${at} » doit être un jour comme 2026-11-24, et non l’adresse d’une page.`
    : `« ${at} » doit être un jour écrit comme 2026-11-24 ; « ${brief(text)} » n’en est pas un.`,
)

/** Whether a text is a day of the calendar, written as ISO 8601 does. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A language by BCP 47; its three-letter names of before 0.3 are told apart. */
export const isLanguage = (tag: string) =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag) && canonical(tag) !== ''
function canonical(tag: string) {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ''
  } catch {
    return ''
  }
}
export const language = textThat(
  'not-a-language',
  isLanguage,
  (at, text) => `« ${at} » doit être une langue comme fr, en ou zh-CN ; « ${brief(text)} » n’en est pas une.`,
)

export const country: Rule = (value, at, check) => {
  if (typeof value !== 'string') return notText(value, at, check)
  if (/^[a-z]{2}$/.test(value))
    return check.warn('deprecated', at, `Écrivez le pays en capitales : « ${value.toUpperCase()} ».`)
  if (!/^[A-Z]{2}$/.test(value))
    check.fault('not-a-country', at, `« ${at} » doit être un pays par son code de deux lettres, comme FR.`)
}

/** An SPDX expression. Identifiers match whatever their case (SPDX 2.3, annex D.2); their right case is asked for gently. */
export const licence: Rule = (value, at, check) => {
  if (typeof value !== 'string') return notText(value, at, check)
  if (isSpdx(value)) return
  const cased = spdxCased(value)
  if (isSpdx(cased)) return check.warn('deprecated', at, `Écrivez la licence comme SPDX : « ${cased} ».`)
  check.fault(
    'not-a-licence',
    at,
    `« ${brief(value)} » n’est pas une licence SPDX : choisissez son identifiant sur spdx.org/licenses, comme AGPL-3.0-or-later.`,
  )
}

export function isSpdx(expression: string): boolean {
  try {
    parseSpdx(expression)
    return true
  } catch {
    return false
  }
}

export function oneOf(words: readonly string[]): Rule {
  return (value, at, check) => {
    if (typeof value !== 'string') return notText(value, at, check)
    if (!words.includes(value))
      check.fault(
        'not-in-list',
        at,
        `« ${at} » ne peut pas être « ${brief(value)} » : ${words.length > 12 ? 'choisissez un mot de la liste de la norme' : `choisissez parmi ${words.join(', ')}`}.`,
      )
  }
}

export const yesOrNo: Rule = (value, at, check) => {
  if (typeof value !== 'boolean')
    check.fault('wrong-type', at, `« ${at} » doit être true ou false, sans guillemets.`)
}

/** A list of things that each follow a rule. */
export function listOf(rule: Rule, { least = 0 }: { least?: number } = {}): Rule {
  return (value, at, check) => {
    if (!isList(value))
      return check.fault(
        'wrong-type',
        at,
        `« ${at} » doit être une liste : une ligne par valeur, qui commence par un tiret.`,
      )
    if (value.length < least)
      check.fault('missing', at, `Ajoutez au moins une valeur à « ${at} » : la liste est vide.`)
    value.forEach((inner, place) => {
      if (isBlank(inner)) check.fault('missing', below(at, place), `Retirez la ligne vide de « ${at} ».`)
      else rule(inner, below(at, place), check)
    })
  }
}

/** One value, or a list of them. */
export const oneOrListOf =
  (rule: Rule): Rule =>
  (value, at, check) =>
    isList(value) ? listOf(rule, { least: 1 })(value, at, check) : rule(value, at, check)

/** A map whose keys are languages. */
export function byLanguage(keys: Keys): Rule {
  return (value, at, check) => {
    if (!isMap(value))
      return check.fault('wrong-type', at, `« ${at} » doit contenir une section par langue, comme « fr: ».`)
    for (const [tag, inner] of Object.entries(value)) {
      if (!isLanguage(tag))
        check.fault(
          'not-a-language',
          below(at, tag),
          `« ${tag} » n’est pas une langue : écrivez fr, en, fr-FR…`,
        )
      checkMap(keys, tag)(inner, below(at, tag), check)
    }
    if (Object.keys(value).length === 0)
      check.fault('missing', at, `Ajoutez une section de langue sous « ${at} », comme « fr: ».`)
  }
}

const brief = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
