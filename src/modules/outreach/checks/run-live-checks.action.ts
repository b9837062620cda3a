import type { World } from '#platform/world.ts'
import { letterDigest } from '../approvals/content.action.ts'
import { probeOneClick, probeReplyPage } from '../probes/probe-opposition.action.ts'
import { checkDomain } from '../signing/check-domain.action.ts'
import { type LaunchPlan, planLaunch } from '../waves/plan-launch.action.ts'
import type { Wave } from '../waves/waves.queries.ts'
import { checkLetterNotice } from './check-letter-notice.action.ts'
import { insertCheck } from './wave-checks.queries.ts'

/** Something to try for real before a launch; `digest` is of what it looks at, so that a change asks for it again. */
export type LiveCheck = {
  readonly kind: string
  readonly concerns: (plan: LaunchPlan) => boolean
  readonly digest: (plan: LaunchPlan) => string
  readonly run: (world: World, plan: LaunchPlan) => Promise<{ isPassed: boolean; sentence: string }>
}

const writesBy = (channel: 'email' | 'letter') => (plan: LaunchPlan) =>
  plan.recipients.some(({ planned }) => planned.channel === channel)

/** What is tried, in this order. A new one is an entry here, and a line of the list that reads it. */
export const liveChecks = {
  letterNotice: {
    kind: 'letter-notice',
    concerns: writesBy('letter'),
    digest: letterDigest,
    run: checkLetterNotice,
  },
  replyPage: {
    kind: 'reply-page',
    concerns: ({ recipients }) => recipients.length > 0,
    digest: ({ sender }) => sender.baseUrl,
    run: probeReplyPage,
  },
  oneClick: {
    kind: 'one-click',
    concerns: writesBy('email'),
    digest: ({ sender }) => sender.baseUrl,
    run: probeOneClick,
  },
} as const satisfies Record<string, LiveCheck>

/** Tries everything that concerns a wave, outside any transaction, and keeps what came of it with its date. */
export async function runLiveChecks(world: World, wave: Wave, by: string) {
  const plan = await planLaunch(world.db, world, wave)
  // The sending domain has its own dated checks: they serve every wave of the day.
  if (world.config.smtpUrl && writesBy('email')(plan)) await checkDomain(world)
  for (const check of Object.values<LiveCheck>(liveChecks)) {
    if (!check.concerns(plan)) continue

    const outcome = await check.run(world, plan)
    const { kind } = check
    await insertCheck(world.db, {
      waveId: wave.id,
      kind,
      digest: check.digest(plan),
      ...outcome,
      at: world.clock(),
      by,
    })
  }
}
