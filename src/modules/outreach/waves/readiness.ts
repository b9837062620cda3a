import { accept, refuse } from '#values/decision.ts'
import { missingCoordinates, type Sender } from './sender.ts'

/** A line of the list that must be green before a launch: what it asks, where it stands, and who can mend it. */
export type ReadinessLine = {
  readonly id: 'perimeter' | 'audience' | 'message' | 'variables' | 'window' | 'coordinates' | 'sender'
  readonly label: string
  readonly isReady: boolean
  readonly sentence: string
  readonly whoMends: string
}

export type Readiness = {
  readonly perimeter: number
  readonly emails: number
  readonly letters: number
  readonly excluded: number
  readonly messageName: string
  readonly messageProblems: readonly string[]
  /** Variables that would be empty, with the town halls where they are. */
  readonly emptyVariables: readonly { readonly variable: string; readonly communes: readonly string[] }[]
  /** Address lines that do not fit the window. */
  readonly tooLong: readonly { readonly commune: string; readonly line: string }[]
  readonly sender: Sender
  readonly hasRelay: boolean
}

/** Everything asked of a wave before it leaves. The legal gates of a later day are further lines. */
export function readinessOf(readiness: Readiness): ReadinessLine[] {
  return [
    perimeter(readiness),
    audience(readiness),
    message(readiness),
    variables(readiness),
    ...(readiness.letters > 0 ? [window(readiness)] : []),
    coordinates(readiness),
    ...(readiness.emails > 0 ? [sender(readiness)] : []),
  ]
}

/** A wave is launched once, when every line is green. */
export function mayLaunch(state: 'draft' | 'launched', lines: readonly ReadinessLine[]) {
  if (state === 'launched') return refuse('already-launched')
  if (lines.some(({ isReady }) => !isReady)) return refuse('not-ready')

  return accept(lines)
}

export type LaunchRefusal = Extract<ReturnType<typeof mayLaunch>, { ok: false }>['reason']

const perimeter = ({ perimeter: communes }: Readiness): ReadinessLine => ({
  id: 'perimeter',
  label: 'Le périmètre du programme est choisi',
  isReady: communes > 0,
  sentence: communes > 0 ? `Il compte ${counted(communes, 'commune')}.` : 'Il est vide.',
  whoMends: 'L’opérateur choisit les communes du programme.',
})

const audience = ({ emails, letters, excluded }: Readiness): ReadinessLine => ({
  id: 'audience',
  label: 'La vague a des destinataires',
  isReady: emails + letters > 0,
  sentence:
    emails + letters > 0
      ? `${counted(emails, 'courriel')}, ${counted(letters, 'lettre')}, ${counted(excluded, 'mairie')} hors de la vague.`
      : `Personne à qui écrire : ${counted(excluded, 'mairie')} hors de la vague.`,
  whoMends: 'La personne qui prépare la vague élargit ses filtres ou change de canal.',
})

const message = ({ messageName, messageProblems }: Readiness): ReadinessLine => ({
  id: 'message',
  label: 'Le message peut partir',
  isReady: messageProblems.length === 0,
  sentence:
    messageProblems.length === 0
      ? `« ${messageName} », mentions légales comprises.`
      : messageProblems.join(' '),
  whoMends: 'L’auteur du message le corrige.',
})

const variables = ({ emptyVariables, emails, letters }: Readiness): ReadinessLine => ({
  id: 'variables',
  label: 'Rien ne manque au message de chaque mairie',
  isReady: emptyVariables.length === 0,
  sentence:
    emptyVariables.length === 0
      ? 'Toutes les variables sont remplies.'
      : emptyVariables
          .map(
            ({ variable, communes }) =>
              `{{${variable}}} est vide pour ${communes.length > 1 && communes.length === emails + letters ? 'toutes les mairies' : named(communes)}.`,
          )
          .join(' '),
  whoMends: 'Complétez la fiche de ces communes, ou retirez la variable du message.',
})

const window = ({ tooLong }: Readiness): ReadinessLine => ({
  id: 'window',
  label: 'Chaque adresse tient dans la fenêtre de l’enveloppe',
  isReady: tooLong.length === 0,
  sentence:
    tooLong.length === 0
      ? 'Aucune ligne ne dépasse 38 caractères.'
      : `Trop long pour ${named(tooLong.map(({ commune, line }) => `${commune} (« ${line} »)`))}.`,
  whoMends: 'Raccourcissez l’adresse de ces mairies, ou retirez-les de la vague.',
})

function coordinates({ sender: from }: Readiness): ReadinessLine {
  const missing = missingCoordinates(from)
  return {
    id: 'coordinates',
    label: 'Les mentions légales sont complètes',
    isReady: missing.length === 0,
    sentence:
      missing.length === 0 ? `${from.operator} et ${from.association}.` : `Il manque ${listed(missing)}.`,
    whoMends: 'L’opérateur et l’association complètent leur fiche.',
  }
}

function sender({ sender: { from }, hasRelay }: Readiness): ReadinessLine {
  const isLocal = /@(localhost|127\.0\.0\.1)$/.test(from)
  return {
    id: 'sender',
    label: 'Les courriels ont un expéditeur',
    isReady: !hasRelay || !isLocal,
    sentence: hasRelay
      ? isLocal
        ? `L’adresse d’envoi ${from} n’existe pas hors de cette machine.`
        : `Ils partent de ${from}.`
      : 'Aucun serveur d’envoi n’est réglé : ils iront dans la boîte d’envoi de Beffroi, où chacun peut les lire.',
    whoMends: 'La personne qui tient la machine règle MAIL_FROM.',
  }
}

const counted = (count: number, word: string) =>
  `${count.toLocaleString('fr-FR')} ${word}${count < 2 ? '' : 's'}`

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`

function named(communes: readonly string[]) {
  const shown = communes.slice(0, 8)
  const rest = communes.length - shown.length
  return listed(rest > 0 ? [...shown, `${counted(rest, 'autre')}`] : shown)
}
