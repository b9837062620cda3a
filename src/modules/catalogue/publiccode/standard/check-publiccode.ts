import { type Check, checkMap } from './checks.ts'
import type { Fault } from './fault.ts'
import { rootKeys } from './keys.ts'
import { isBlank, isList, isMap, type Value, type ValueMap } from './value.ts'

/**
 * What the reference parser (italia/publiccode-parser-go v5) would refuse in a publiccode.yml, and what it warns of. Addresses
 * and images are looked at as texts only: nothing is fetched.
 */
export function checkPubliccode(file: ValueMap): Fault[] {
  const faults: Fault[] = []
  const check: Check = {
    fault: (code, at, sentence) => faults.push({ code, at, line: null, isError: true, sentence }),
    warn: (code, at, sentence) => faults.push({ code, at, line: null, isError: false, sentence }),
  }
  checkMap(rootKeys, '')(file, '', check)
  checkMaintenance(file.maintenance, check)
  return faults
}

/** Contacts go with a maintenance done inside or by a community, contractors with one under contract. */
function checkMaintenance(maintenance: Value | undefined, { fault }: Check) {
  if (!isMap(maintenance)) return
  const { type, contacts, contractors } = maintenance
  const hasContacts = isList(contacts) && contacts.length > 0
  const hasContractors = isList(contractors) && contractors.length > 0
  const wantsContacts = type === 'internal' || type === 'community'

  if (wantsContacts && !hasContacts)
    fault(
      'missing',
      'maintenance.contacts',
      `Ajoutez « contacts » sous « maintenance » : avec le type « ${type} », il faut au moins un nom.`,
    )
  if (type === 'contract' && !hasContractors)
    fault(
      'missing',
      'maintenance.contractors',
      'Ajoutez « contractors » sous « maintenance » : avec le type « contract », il faut au moins un prestataire et sa date de fin.',
    )
  if (hasContractors && !isBlank(type) && type !== 'contract')
    fault(
      'forbidden',
      'maintenance.contractors',
      `Retirez « contractors », ou passez « maintenance.type » à « contract » : le type est « ${String(type)} ».`,
    )
}
