import type { Problem } from '#platform/http/form.ts'
import type { AskRefusal } from './ask-quotes.action.ts'
import type { AnswerRefusal, ClosingRefusal, ConfirmRefusal } from './follow-request.action.ts'
import { fewestAsked, fewestDays, fewestDaysLeft, mostAsked, mostDays } from './quote.ts'
import type { QuoteEventKind } from './quote-event.ts'

/** What to mend in a request, by the reason it was refused. */
export const askRefusals: Record<AskRefusal, Problem> = {
  nobody: {
    field: 'providers',
    message:
      'Personne ne dit aujourd’hui servir cette commune pour ce besoin, ou ne peut recevoir de courriel.',
  },
  'not-offered': {
    field: 'providers',
    message: 'La liste a changé depuis que vous l’avez ouverte. Relisez-la et choisissez de nouveau.',
  },
  'too-few': {
    field: 'providers',
    message: `Choisissez au moins ${fewestAsked} prestataires, ou tous s’ils sont moins nombreux.`,
  },
  'too-many': { field: 'providers', message: `Choisissez ${mostAsked} prestataires au plus.` },
  'no-reason': {
    field: 'why',
    message: 'Vous ne gardez pas les premiers de l’ordre : dites pourquoi. Ce motif reste dans le dossier.',
  },
  'no-date': { field: 'answerBy', message: 'Choisissez la date de réponse.' },
  'too-near': { field: 'answerBy', message: `Laissez au moins ${fewestDays} jours pour répondre.` },
  'too-far': { field: 'answerBy', message: `Choisissez une date à ${mostDays} jours au plus.` },
  'no-official-address': {
    field: 'commune',
    message:
      'Nous ne connaissons pas d’adresse électronique officielle à laquelle écrire à cette mairie, ou elle ne veut plus de courriel. Appelez l’opérateur du programme : il vous aidera.',
  },
  'too-often': {
    field: 'commune',
    message:
      'Plusieurs demandes attendent déjà la confirmation de cette mairie. Confirmez l’une d’elles, ou revenez demain.',
  },
}

export const answerRefusals: Record<AnswerRefusal, Problem> = {
  'too-late': {
    field: 'words',
    message: 'La date est passée, ou la demande est close : elle ne se remplit plus.',
  },
  'no-quote': { field: 'words', message: 'Écrivez votre devis, ou dites où le trouver.' },
  'no-reason': {
    field: 'words',
    message: 'Dites pourquoi en quelques mots : un refus motivé est une réponse.',
  },
}

export const closeRefusals: Record<ClosingRefusal, Problem> = {
  'not-yet': {
    field: 'provider',
    message: 'La date n’est pas passée : les réponses s’ouvrent toutes ensemble.',
  },
  'no-reason': {
    field: 'why',
    message: 'Dites en quelques mots ce qui a décidé : ce motif reste dans votre dossier.',
  },
  nobody: { field: 'provider', message: 'Choisissez un de ceux qui ont envoyé un devis, ou aucun.' },
}

export const confirmRefusals: Record<ConfirmRefusal, string> = {
  'too-late': `Il resterait moins de ${fewestDaysLeft} jours pour répondre : refaites la demande avec une autre date.`,
}

/** The log of equal treatment in words. */
export const eventNames: Record<QuoteEventKind, string> = {
  asked: 'Demande préparée, confirmation demandée à l’adresse officielle',
  confirmed: 'Confirmée par la mairie',
  sent: 'Envoyée à',
  'not-sent': 'Pas partie à',
  answered: 'Devis reçu de',
  declined: 'Refus motivé de',
  told: 'Mairie avertie que la date est passée',
  opened: 'Réponses ouvertes par la mairie',
  closed: 'Close par la mairie',
  'grouping-proposed': 'Proposition de demander ensemble',
  'grouping-answered': 'Réponse à la proposition',
}
