import { plural } from '#ui/french.ts'
import type { AbsenceRefusal } from './absence.ts'

/** What a relay's log said of a doubt: it arrived, it never left, or why it stays a doubt. */
export type FindingOutcome = 'arrived' | 'never-left' | AbsenceRefusal

/** The same in a sentence. */
export const findingSentences: Readonly<Record<FindingOutcome, string>> = {
  arrived: 'Le relais l’a pris en charge : il est tenu pour envoyé.',
  'never-left': 'Le relais ne l’a jamais reçu : il est prêt à partir de nouveau.',
  'time-unknown': 'Il reste douteux : l’heure de sa remise n’est pas connue.',
  'starts-too-late':
    'Il reste douteux : ce journal commence après sa remise. Cherchez un journal plus ancien.',
  'ends-too-early':
    'Il reste douteux : ce journal s’arrête trop tôt après sa remise. Recommencez un peu plus tard.',
  'has-a-gap': 'Il reste douteux : des lignes manquent au journal à l’heure de sa remise.',
  'misses-messages':
    'Il reste douteux : ce journal n’est pas complet, il ignore des courriels que le relais a bien pris.',
  'other-relay': 'Il reste douteux : rien ne montre que ce journal est celui du relais de Beffroi.',
  'unclear-trace': 'Il reste douteux : le journal nomme ce courriel sans dire si le relais l’a pris.',
}

/** How many doubts a log settled, and how many it left, in one sentence. */
export function summary(outcomes: readonly FindingOutcome[]) {
  if (outcomes.length === 0) return 'Aucun envoi n’était douteux.'
  const count = (wanted: FindingOutcome) => outcomes.filter((outcome) => outcome === wanted).length
  const [arrived, neverLeft] = [count('arrived'), count('never-left')]
  const left = outcomes.length - arrived - neverLeft
  return [
    arrived > 0 && `${plural(arrived, 'envoi retrouvé', 'envois retrouvés')}`,
    neverLeft > 0 && `${plural(neverLeft, 'envoi jamais parti', 'envois jamais partis')}`,
    left > 0 && `${plural(left, 'envoi reste douteux', 'envois restent douteux')}`,
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.')
}

/** Why a log cannot be read, and what to do. */
export const logRefusals = {
  'no-such-file': 'Ce fichier n’existe pas, ou Beffroi n’a pas le droit de le lire.',
  'not-a-log':
    'Aucune ligne de ce fichier n’est celle d’un journal. Déposez le fichier mail.log du relais Postfix, ou mail.log.1, mail.log.2.gz.',
  damaged: 'Ce fichier compressé est abîmé ou coupé : copiez-le de nouveau depuis le relais.',
  'too-large':
    'Ce fichier dépasse 20 Mo. Compressez-le (gzip), ou lisez-le depuis le terminal de la machine : ./beffroi doubts --relay-log FICHIER',
  'no-file': 'Choisissez le fichier du journal.',
} as const
