import { z } from 'zod'
import { usageStates } from './usage.ts'

const words = (most: number) => z.string().trim().max(most, `${most} caractères au plus.`).default('')

/** What the form of a declaration posts; names are read afterwards, for they may mean several things. */
export const DeclarationForm = z.object({
  once: z.uuid().catch(() => crypto.randomUUID()),
  commune: words(120),
  communeChosen: words(60),
  software: words(120),
  softwareChosen: words(120),
  need: words(120),
  state: z.enum(usageStates, 'Dites où en est la commune.'),
  whyLeft: words(300),
  since: words(20),
  operatedBy: words(120),
  declaredBy: words(120).pipe(z.string().min(1, 'Dites votre fonction, même en un mot.')),
  acceptsCall: z.string().optional().catch(undefined),
})

export type DeclarationForm = z.output<typeof DeclarationForm>
