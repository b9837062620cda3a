import { z } from 'zod'
import { parseEmail } from '#values/email.ts'

// The longest name of a French body has some 150 characters; an address, five lines of 38.
const line = z.string().trim().max(250, 'C’est trop long : 250 caractères au plus.')
const wanted = (sentence: string) => line.min(1, sentence)
const optional = line.default('').transform((text) => text || null)

const email = (missing: string) =>
  wanted(missing).transform((text, context) => {
    const read = parseEmail(text)
    if (read.ok) return read.value
    context.addIssue({
      code: 'custom',
      message: `« ${text} » n’est pas une adresse électronique : il manque l’arobase ou le domaine.`,
    })
    return z.NEVER
  })

const optionalEmail = line.default('').transform((text, context) => {
  if (text === '') return null
  const read = parseEmail(text)
  if (read.ok) return read.value
  context.addIssue({
    code: 'custom',
    message: `« ${text} » n’est pas une adresse électronique. Corrigez-la, ou laissez vide.`,
  })
  return z.NEVER
})

/** How the communes of a perimeter are named: the four ways of the form. */
export const PerimeterFields = {
  perimeter: z.enum(
    ['suggested', 'epci', 'departement', 'list'],
    'Choisissez comment désigner les communes.',
  ),
  departement: line.default(''),
  epci: line.default(''),
  list: z.string().default(''),
  pick: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((picked) => (picked === undefined ? [] : [picked].flat())),
}

/** What the founding asks: who one is, who the partners are, which communes. */
export const FoundingForm = z.object({
  name: wanted('Dites votre nom : il signera ce que vous ferez ici.'),
  email: email('Donnez votre adresse électronique : vos prochains codes d’entrée y arriveront.'),
  programme: wanted('Donnez un nom au programme.'),
  operatorName: wanted('Nommez l’opérateur public.'),
  operatorAddress: wanted('L’adresse de l’opérateur figure sur chaque lettre : écrivez-la.'),
  operatorEmail: email('Donnez l’adresse électronique de l’opérateur.'),
  operatorPhone: optional,
  operatorDpo: email(
    'Donnez l’adresse du délégué à la protection des données : la loi la veut sur chaque lettre.',
  ),
  associationName: wanted('Nommez l’association.'),
  associationAddress: wanted('Écrivez l’adresse de l’association.'),
  associationEmail: email('Donnez l’adresse électronique de l’association.'),
  associationPhone: optional,
  associationDpo: optionalEmail,
  networkName: optional,
  networkAddress: optional,
  networkEmail: optionalEmail,
  ...PerimeterFields,
})

export type FoundingAnswers = z.output<typeof FoundingForm>
