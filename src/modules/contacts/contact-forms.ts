import { z } from 'zod'
import { parseEmail } from '#values/email.ts'
import { parsePhone } from '#values/phone.ts'
import { handChannels } from './answer.ts'
import { type Channel, wishes } from './contact.ts'
import { isTheme, type Theme } from './theme.ts'

const longest = 4000

const body = z
  .string()
  .max(
    longest,
    `Votre texte dépasse ${longest} caractères : gardez l’essentiel, nous vous demanderons le reste.`,
  )
  .transform((typed) => typed.replace(/\r\n/g, '\n').trim())
  .default('')

const personName = z.string().trim().max(120, 'Le nom dépasse 120 caractères.').default('')

const theme = z
  .string()
  .transform((typed): Theme | null => (isTheme(typed) ? typed : null))
  .default(null)

const phone = z
  .string()
  .trim()
  .default('')
  .transform((typed, c) => {
    if (typed === '') return null
    const parsed = parsePhone(typed)
    if (parsed.ok) return parsed.value
    c.addIssue('Ce numéro n’est pas complet. Écrivez-le comme 03 27 00 00 00.')
    return z.NEVER
  })

const email = z
  .string()
  .trim()
  .default('')
  .transform((typed, c) => {
    if (typed === '') return null
    const parsed = parseEmail(typed)
    if (parsed.ok) return parsed.value
    c.addIssue('Cette adresse n’est pas complète. Écrivez-la comme mairie@exemple.fr.')
    return z.NEVER
  })

const once = z.uuid('Le formulaire est incomplet : rouvrez la page et recommencez.')

/** What a town hall posts with its code. A call-back needs a way to call; a need says something. */
export const AnswerForm = z
  .object({
    once,
    wish: z.enum(wishes, 'Choisissez une des quatre réponses.'),
    theme,
    body,
    personName,
    phone,
    email,
  })
  .superRefine((answer, c) => {
    if (answer.wish === 'call-back' && !answer.phone && !answer.email)
      c.addIssue({
        code: 'custom',
        path: ['phone'],
        message: 'Pour être rappelé, donnez un téléphone ou un courriel.',
      })
    if (answer.wish === 'need' && !answer.body && !answer.theme)
      c.addIssue({
        code: 'custom',
        path: ['body'],
        message: 'Dites votre besoin en quelques mots, ou choisissez un sujet.',
      })
  })

const isHandChannel = (channel: string): channel is Exclude<Channel, 'answer'> =>
  (handChannels as readonly string[]).includes(channel)

/** What a member writes down of an exchange. The day is one of the calendar, not of the future: `today` closes it. */
export const exchangeForm = (today: string) =>
  z.object({
    once,
    insee: z.string().min(1),
    channel: z.string().default('').refine(isHandChannel, 'Dites comment l’échange a eu lieu.'),
    wish: z.enum(wishes).nullable().catch(null),
    theme,
    body,
    personName,
    phone,
    email,
    day: z.iso
      .date('Écrivez le jour de l’échange.')
      .refine((day) => day <= today, 'Cet échange est daté de demain ou plus tard : corrigez le jour.'),
    handler: z.enum(['by-theme', 'ours']).catch('by-theme'),
  })

export const SettlementForm = z.object({ settlement: z.string().trim().max(500).default('') })

export const TransferForm = z.object({ once, reason: z.string().trim().max(500).default('') })
