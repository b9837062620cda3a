import fc from 'fast-check'
import { companies, mailboxes, places, townHalls } from './model.ts'

const insee = fc.constantFrom(...townHalls)
const mailbox = fc.nat(mailboxes.length - 1)
const place = fc.nat(places.length - 1)
const spelling = fc.nat(2)
const company = fc.nat(companies.length - 1)
const channel = fc.constantFrom('all', 'email', 'letter')
const outcome = fc.constantFrom('accepted', 'accepted', 'refused-permanent', 'refused-temporary', 'uncertain')

const steps = {
  import: fc.record({ insee, mailbox, spelling }),
  say: fc.record({ insee, mailbox, place }),
  end: fc.record({ insee }),
  merge: fc.record({}),
  oppose: fc.record({ insee, channel }),
  'oppose-mailbox': fc.record({ mailbox, spelling }),
  'oppose-place': fc.record({ place, spelling }),
  'lift-without-evidence': fc.record({}),
  'lift-with-evidence': fc.record({}),
  launch: fc.record({ way: fc.constantFrom('email-first', 'email', 'letter') }),
  /** `midway`: a refusal that comes while the batch leaves. */
  send: fc.record({ outcome, midway: fc.option(insee, { nil: undefined }) }),
  crash: fc.record({ isHandedOver: fc.boolean() }),
  'send-again': fc.record({}),
  event: fc.record({ kind: fc.constantFrom('accepted', 'bounced', 'complained') }),
  settle: fc.record({}),
  answer: fc.record({ insee }),
  lot: fc.record({ takenOut: fc.boolean() }),
  invite: fc.record({}),
  'oppose-company': fc.record({ company }),
  'answer-company': fc.record({ company }),
  withdraw: fc.record({ company }),
} as const

/** How often each thing happens: what writes must be common enough for what refuses to matter. */
const weights: Partial<Record<keyof typeof steps, number>> = {
  launch: 5,
  invite: 3,
  import: 3,
  merge: 3,
  oppose: 3,
  'oppose-mailbox': 4,
  send: 3,
  lot: 3,
  'send-again': 2,
  event: 2,
}

type Steps = { [Name in keyof typeof steps]: { readonly do: Name } & Generated<(typeof steps)[Name]> }
type Generated<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
export type Step = Steps[keyof Steps]

/** What people, files, servers and crashes may do, in any order. */
export const stories = fc.array(
  fc.oneof(
    ...Object.entries(steps).map(([name, told]) => ({
      weight: weights[name as keyof typeof steps] ?? 1,
      arbitrary: (told as fc.Arbitrary<object>).map((said) => ({ do: name, ...said }) as Step),
    })),
  ),
  { minLength: 6, maxLength: 20, size: 'max' },
)
