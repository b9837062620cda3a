import { addUser, welcomeMember } from '#modules/accounts/index.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { foundProgramme, type Partner } from './found-programme.action.ts'
import { resolvePerimeter } from './resolve-perimeter.action.ts'

const founder = { name: 'Claire Exemple', email: 'claire@operateur.example' }

const operator: Partner = {
  name: 'Centre de gestion de démonstration',
  postalAddress: '1 place de l’Exemple\n59000 Lille',
  email: 'contact@operateur.example',
  phone: '03 53 01 00 01',
  dpoEmail: 'dpo@operateur.example',
}

const association: Partner = {
  name: 'Association de démonstration du libre',
  postalAddress: '2 rue du Partage\n59300 Valenciennes',
  email: 'contact@association.example',
  phone: '03 53 01 00 02',
  dpoEmail: 'dpo@association.example',
}

/** Founds the demonstration's programme on the 47 communes of the Porte du Hainaut, with a person in each organisation. */
export async function demonstrateProgramme({ db, clock }: World) {
  const resolved = await resolvePerimeter(db, { kind: 'epci', epci: '200042190' })
  if (!resolved.ok) throw new Error(`the demonstration's perimeter: ${resolved.reason}`)

  const { id: userId } = await addUser(db, { id: newId(), ...founder })
  const founded = await foundProgramme(
    db,
    {
      programme: 'Mairies libres (démonstration)',
      operator,
      association,
      network: { name: 'Réseau des maires de démonstration' },
      insees: resolved.value.communes.map(({ insee }) => insee),
      founder: { userId, ...founder },
    },
    daysBefore(clock(), 70),
  )
  if (!founded.ok) throw new Error(`the demonstration's programme: ${founded.reason}`)

  const { operatorId, associationId } = founded.value
  await welcomeMember(db, {
    name: 'Hugo Exemple',
    email: 'hugo@operateur.example',
    organisationId: operatorId,
  })
  await welcomeMember(db, {
    name: 'Karima Exemple',
    email: 'karima@association.example',
    organisationId: associationId,
  })
  await welcomeMember(db, {
    name: 'Louis Exemple',
    email: 'louis@association.example',
    organisationId: associationId,
  })
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
