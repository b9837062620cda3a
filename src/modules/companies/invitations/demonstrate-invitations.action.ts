import { demonstrateInvitation, type Invitation } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import type { Receipt } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { addCompany } from '../census/census.queries.ts'
import { correctByInvitation, refuseByInvitation, withdrawByInvitation } from './answer-invitation.action.ts'

// All invented, as their addresses say.
const source = 'Annuaire des entreprises (démonstration)'
const invented = [
  {
    name: 'Atelier du Beffroi numérique',
    town: '59300 Valenciennes',
    email: 'bonjour@atelier-beffroi.example',
  },
  { name: 'Briques libres', town: '59220 Denain', email: 'contact@briques-libres.example' },
  { name: 'Coopérative Clé ouverte', town: '59000 Lille', email: 'coop@cle-ouverte.example' },
  { name: 'Escaut Logiciels', town: '59111 Bouchain', email: 'contact@escaut-logiciels.example' },
  {
    name: 'Formations du Hainaut',
    town: '59230 Saint-Amand-les-Eaux',
    email: 'accueil@formations-hainaut.example',
  },
  { name: 'Hébergeurs de la Scarpe', town: '59500 Douai', email: 'contact@hebergeurs-scarpe.example' },
  { name: 'Le Poste libre', town: '59600 Maubeuge', email: 'contact@poste-libre.example' },
  { name: 'Marteau et Pingouin', town: '59400 Cambrai', email: 'atelier@marteau-pingouin.example' },
  { name: 'Réseaux de la Sensée', town: '59151 Arleux', email: null },
  { name: 'Studio Terril', town: '62300 Lens', email: 'studio@terril.example' },
] as const

const said: Readonly<Record<string, Receipt>> = {
  'contact@poste-libre.example': {
    outcome: 'refused-permanent',
    answer: '550 5.1.1 boîte inconnue (démonstration)',
    step: 'recipient',
    code: 550,
    status: '5.1.1',
  },
  'studio@terril.example': {
    outcome: 'uncertain',
    answer: 'liaison coupée après le point final (démonstration)',
  },
}

type Answer = (world: World, invitation: Invitation) => Promise<unknown>

// By the names of their companies, how some answered; the others have not yet.
const answers: Readonly<Record<string, Answer>> = {
  'Briques libres': (world, invitation) =>
    correctByInvitation(world, invitation, {
      id: newId(),
      words: 'Nous avons déménagé : 12 rue de Villars, à Denain.',
    }),
  'Escaut Logiciels': refuseByInvitation,
  'Marteau et Pingouin': withdrawByInvitation,
}

/** A wave invited ten invented companies eight days ago: three answered, one address is dead, one e-mail is in doubt. */
export async function demonstrateInvitations(world: World) {
  const today = world.clock()
  const listed = new Date(today.getTime() - 60 * 86_400_000)
  for (const { name, town, email } of invented)
    await addCompany(world.db, {
      id: newId(),
      name,
      email,
      postalAddress: town,
      source,
      sourceDate: isoDate(listed),
      createdAt: listed,
    })

  const sent = await demonstrateInvitation(world, {
    name: 'Recensement, première vague',
    source,
    daysAgo: 8,
    said,
  })
  const then = new Date(today.getTime() - 5 * 86_400_000)
  for (const invitation of sent)
    await answers[invitation.companyName]?.({ ...world, clock: () => then }, invitation)
}
