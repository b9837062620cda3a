import { accompaniment } from '#modules/accompaniment/module.ts'
import { accounts } from '#modules/accounts/module.ts'
import { catalogue } from '#modules/catalogue/module.ts'
import { communes } from '#modules/communes/module.ts'
import { companies, companiesToInvite } from '#modules/companies/module.ts'
import { contacts } from '#modules/contacts/module.ts'
import { directory } from '#modules/directory/module.ts'
import { guide } from '#modules/guide/module.ts'
import { mailbox } from '#modules/mailbox/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { opposedAmong, outreach } from '#modules/outreach/module.ts'
import { perimeterOf, programme } from '#modules/programme/module.ts'
import { territory } from '#modules/territory/module.ts'
import type { Module } from '#platform/module.ts'

/** Every module of Beffroi, lower ones first. */
export const modules: readonly Module[] = [
  communes({ perimeterOf, opposedAmong }),
  organisations,
  accounts,
  programme,
  outreach({ companiesToInvite }),
  contacts,
  mailbox,
  accompaniment,
  catalogue,
  companies,
  directory,
  territory,
  guide,
]
