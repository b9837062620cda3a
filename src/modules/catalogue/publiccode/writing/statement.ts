import { isDay, isLanguage, isWebAddress } from '../standard/checks.ts'
import { developmentStatuses, maintenanceTypes, softwareTypes } from '../standard/vocabulary.ts'
import type { PubliccodeFacts } from './facts.ts'

/** The fields of the form in which an editor states facts, as typed. */
export type StatementForm = {
  readonly features: string
  readonly longDescription: string
  readonly localisationReady: string
  readonly availableLanguages: string
  readonly maintenanceType: string
  readonly contacts: string
  readonly contractors: string
  readonly mainCopyrightOwner: string
  readonly developmentStatus: string
  readonly softwareType: string
  readonly platforms: string
}
export type StatementField = keyof StatementForm
type StatementProblem = { readonly field: StatementField; readonly message: string }

/** Reads what an editor states: the facts, or what to mend. An empty field states nothing. */
export function readStatement(form: StatementForm) {
  const problems = problemsOf(form)
  if (problems.length > 0) return { ok: false as const, problems }

  return { ok: true as const, value: factsOf(form) }
}

const factsOf = (form: StatementForm): PubliccodeFacts => ({
  features: unlessEmpty(linesOf(form.features)),
  longDescription: form.longDescription.trim() || undefined,
  localisationReady: { yes: true, no: false }[form.localisationReady],
  availableLanguages: unlessEmpty(wordsOf(form.availableLanguages)),
  maintenanceType: maintenanceTypes.find((type) => type === form.maintenanceType),
  contacts: unlessEmpty(linesOf(form.contacts).map(contactOf)),
  contractors: unlessEmpty(linesOf(form.contractors).map(contractorOf)),
  mainCopyrightOwner: form.mainCopyrightOwner.trim() || undefined,
  developmentStatus: developmentStatuses.find((status) => status === form.developmentStatus),
  softwareType: softwareTypes.find((type) => type === form.softwareType),
  platforms: unlessEmpty(wordsOf(form.platforms)),
})

function problemsOf(form: StatementForm): StatementProblem[] {
  const wrongLanguage = wordsOf(form.availableLanguages).find((tag) => !isLanguage(tag))
  const wrongContractor = linesOf(form.contractors).find((line) => !isDay(contractorOf(line).until))
  const hasAddress = /@|\+?\d[\d .]{8,}/.test(form.contacts)
  const needsContractor = form.maintenanceType === 'contract' && form.contractors.trim() === ''
  const needsContact = /^(internal|community)$/.test(form.maintenanceType) && form.contacts.trim() === ''
  return [
    wrongLanguage &&
      problem('availableLanguages', `« ${wrongLanguage} » n’est pas une langue : écrivez fr, en, nl…`),
    wrongContractor &&
      problem(
        'contractors',
        `« ${wrongContractor} » : écrivez le nom, un point-virgule, et la fin du contrat comme 2027-12-31.`,
      ),
    hasAddress &&
      problem(
        'contacts',
        'Écrivez des noms seulement : ni adresse électronique ni téléphone ne sont publiés.',
      ),
    needsContractor && problem('contractors', 'Avec un contrat, donnez le prestataire et la fin du contrat.'),
    needsContact &&
      problem('contacts', 'Dites qui répond de l’entretien : une équipe ou un organisme suffit.'),
  ].filter((found) => typeof found === 'object')
}

const problem = (field: StatementField, message: string): StatementProblem => ({ field, message })
const unlessEmpty = <Item>(list: readonly Item[]) => (list.length === 0 ? undefined : list)

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
const wordsOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

function contactOf(line: string) {
  const [name = '', affiliation] = line.split(';').map((part) => part.trim())
  return affiliation ? { name, affiliation } : { name }
}

function contractorOf(line: string) {
  const [name = '', until = '', website = ''] = line.split(';').map((part) => part.trim())
  return isWebAddress(website) ? { name, until, website } : { name, until }
}

/** The form as it is shown first: what was stated last, in the words of its fields. */
export const formOf = (facts: PubliccodeFacts): StatementForm => ({
  features: (facts.features ?? []).join('\n'),
  longDescription: facts.longDescription ?? '',
  localisationReady: facts.localisationReady === undefined ? '' : facts.localisationReady ? 'yes' : 'no',
  availableLanguages: (facts.availableLanguages ?? []).join(', '),
  maintenanceType: facts.maintenanceType ?? '',
  contacts: (facts.contacts ?? [])
    .map(({ name, affiliation }) => (affiliation ? `${name} ; ${affiliation}` : name))
    .join('\n'),
  contractors: (facts.contractors ?? [])
    .map(({ name, until, website }) => [name, until, website].filter(Boolean).join(' ; '))
    .join('\n'),
  mainCopyrightOwner: facts.mainCopyrightOwner ?? '',
  developmentStatus: facts.developmentStatus ?? '',
  softwareType: facts.softwareType ?? '',
  platforms: (facts.platforms ?? []).join(', '),
})
