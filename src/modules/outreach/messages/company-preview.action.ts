import { programmeIfFounded } from '#modules/programme/index.ts'
import type { World } from '#platform/world.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import { composeEmail } from '../deliveries/email.ts'
import { companiesToInvite, type InvitableCompany } from '../waves/companies-to-invite.ts'
import type { Sender } from '../waves/sender.ts'
import { findSender } from '../waves/waves.queries.ts'
import { companyValues } from './message-values.ts'
import type { MessageText } from './messages.queries.ts'
import type { MessageValues } from './variables.ts'

// Not a code: the answer page refuses it, and whoever sees it knows why.
const noCode = 'APERCU' as ReplyCode

/** One company with what the variables are worth for it, and in whose name it is written to. */
export type CompanyOccasion = {
  readonly company: Pick<InvitableCompany, 'name' | 'email' | 'source' | 'path'>
  readonly values: MessageValues
  readonly sender: Sender
}

// While the census is empty, a message can be read all the same.
const example: CompanyOccasion['company'] = {
  name: 'Entreprise d’exemple',
  email: null,
  source: 'un annuaire public d’exemple',
  path: '/companies/exemple',
}

/** What messages would say today of a company, or of the first of the census. */
export async function companyOccasion(world: World, companyId?: string): Promise<CompanyOccasion> {
  const [companies, sender] = await Promise.all([
    companiesToInvite(world.db, {}),
    findSender(world.db, world.config),
  ])
  const company =
    companies.find(({ id }) => id === companyId) ??
    companies.find(({ email, leftOut }) => email && !leftOut) ??
    example
  const date = world.clock()
  const values = { ...companyValues({ ...company, code: noCode }, { ...sender, date }), code: 'APERÇU' }
  return { company, values, sender }
}

/** The same, or nothing before the founding. */
export const companyOccasionIfFounded = async (world: World, companyId?: string) =>
  (await programmeIfFounded(world.db)) ? companyOccasion(world, companyId) : undefined

/** The e-mail that the company would receive, whether or not its address is known. */
export const previewCompanyEmail = (
  message: MessageText,
  { company: { email, source }, values, sender }: CompanyOccasion,
) =>
  composeEmail(
    { ...message, sender },
    {
      address: email ?? '',
      addressSource: source,
      replyCode: noCode,
      messageId: 'apercu',
      values,
      audience: 'companies',
    },
  )
