import { z } from 'zod'
import { accept, refuse } from '#values/decision.ts'
import { parseEmail } from '#values/email.ts'
import { parsePhone } from '#values/phone.ts'
import { parseWebAddress } from '#values/web-address.ts'

export const pointKinds = ['email', 'phone', 'address', 'website'] as const
export type PointKind = (typeof pointKinds)[number]

/** The kinds of contact point in the words of the screens. */
export const pointNames: Record<PointKind, string> = {
  email: 'Adresse électronique',
  phone: 'Téléphone',
  address: 'Adresse postale',
  website: 'Site',
}

const readers = {
  email: parseEmail,
  phone: parsePhone,
  website: parseWebAddress,
  address: (text: string) => {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    const isWhole = lines.length >= 2 && /^\d{5} \S/.test(lines.at(-1) ?? '')
    return isWhole ? accept(lines.join('\n')) : refuse('not-an-address')
  },
}

const mistakes: Record<PointKind, string> = {
  email: 'Ce n’est pas une adresse électronique : écrivez-la comme mairie@exemple.fr.',
  phone: 'Ce n’est pas un numéro de téléphone : écrivez-le comme 03 27 12 34 56.',
  website: 'Ce n’est pas l’adresse d’un site : écrivez-la comme https://www.exemple.fr.',
  address: 'Écrivez l’adresse sur plusieurs lignes, la dernière avec le code postal et la ville.',
}

/** A contact point as a person gives it: its kind, and a value that reads as that kind. */
export const ContactPointForm = z
  .object({ kind: z.enum(pointKinds, 'Dites de quelle coordonnée il s’agit.'), value: z.string() })
  .transform(({ kind, value }, context) => {
    const read = readers[kind](value)
    if (read.ok) return { kind, value: read.value }
    context.addIssue({ code: 'custom', path: ['value'], message: mistakes[kind] })
    return z.NEVER
  })
