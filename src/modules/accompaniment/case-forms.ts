import { z } from 'zod'
import { outcomes } from './case.ts'
import { type GoalKey, goalKeys } from './goal.ts'

const once = z.uuid('Le formulaire est incomplet : rouvrez la page et recommencez.')
const line = z.string().trim().max(200, 'Ce texte dépasse 200 caractères.').default('')
const paragraph = z
  .string()
  .trim()
  .max(2000, 'Ce texte dépasse 2 000 caractères.')
  .transform((typed) => typed.replace(/\r\n/g, '\n'))
  .default('')
const dueOn = z
  .union([z.literal(''), z.iso.date('Écrivez un jour, ou laissez vide.')])
  .default('')
  .transform((day) => day || null)
const person = z
  .string()
  .default('')
  .transform((userId) => userId || null)

export const NewCaseForm = z.object({
  once,
  insee: z.string().default(''),
  contactId: person,
  goalKey: z.enum(goalKeys as readonly [GoalKey, ...GoalKey[]], 'Choisissez un but.'),
  goal: line,
  referentId: person,
})

export const NewStepForm = z.object({ once, title: line, dueOn })
export const StepForm = z.object({ title: line, dueOn })
export const MoveForm = z.object({ direction: z.enum(['earlier', 'later']).catch('later') })
export const ReferentForm = z.object({ referentId: person })
export const ClosingForm = z.object({ outcome: z.enum(outcomes, 'Choisissez l’issue.'), note: paragraph })
export const ReasonForm = z.object({ reason: paragraph })
export const HandOverForm = z.object({ once, reason: paragraph })
