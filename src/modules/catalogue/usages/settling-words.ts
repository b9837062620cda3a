import type { SettlingRefusal } from './settle-declaration.action.ts'

/** What is said to an editor whose gesture is refused, by the field it is about. */
export const settlingRefusals: Record<SettlingRefusal, { readonly field: string; readonly message: string }> =
  {
    unknown: { field: '', message: 'Cette déclaration n’existe pas.' },
    'no-evidence': { field: 'evidence', message: 'Dites quelle preuve vous en avez.' },
    withdrawn: { field: '', message: 'Elle est retirée : remettez-la d’abord.' },
    'no-reason': { field: 'why', message: 'Dites pourquoi elle est retirée.' },
    replaced: { field: '', message: 'Une déclaration plus récente a pris sa place.' },
    'not-waiting': { field: '', message: 'Elle n’attend plus la mairie.' },
  }

/** What was done, told once on the page that follows. */
export const settlingNotices = {
  asked: 'La mairie sera écrite de nouveau, une fois par jour au plus.',
  confirmed: 'La déclaration est confirmée. La preuve reste ici.',
  withdrawn: 'La déclaration est retirée des pages publiques.',
  restored: 'La déclaration est remise.',
} as const
