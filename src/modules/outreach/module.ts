import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { addressSearchPaths } from './address-searches/address-searches.paths.ts'
import { addressSearchRoutes } from './address-searches/address-searches.routes.tsx'
import { approvalRoutes } from './approvals/approvals.routes.tsx'
import { checkRoutes } from './checks/checks.routes.tsx'
import { deliveryRoutes } from './deliveries/deliveries.routes.tsx'
import { recoverLeasesJob } from './deliveries/recover-leases.job.ts'
import { sendWave } from './deliveries/send-wave.job.ts'
import { demonstrateWaves } from './demonstrate.action.ts'
import { doubtsCommand } from './doubts/doubts.command.ts'
import { doubtPaths } from './doubts/doubts.paths.ts'
import { doubtRoutes } from './doubts/doubts.routes.tsx'
import { followRelayLog } from './doubts/follow-relay-log.job.ts'
import { envelopeRoutes } from './envelopes/envelopes.routes.tsx'
import { lanePaths } from './lanes/lanes.paths.ts'
import { laneRoutes } from './lanes/lanes.routes.tsx'
import { refreshLanes } from './lanes/refresh-lanes.job.ts'
import { composeLots } from './lots/compose-lots.job.ts'
import { lotRoutes } from './lots/lots.routes.tsx'
import { messagePaths } from './messages/messages.paths.ts'
import { seedMessages } from './messages/messages.queries.ts'
import { messageRoutes } from './messages/messages.routes.tsx'
import { previewRoutes } from './messages/previews.routes.tsx'
import { oppositionPaths } from './oppositions/oppositions.paths.ts'
import { oppositionRoutes } from './oppositions/oppositions.routes.tsx'
import { outboxRoutes } from './outbox/outbox.routes.tsx'
import { outreachPermissions, partners, writers } from './outreach.permissions.ts'
import { postagePaths } from './postage/postage.paths.ts'
import { postageRoutes } from './postage/postage.routes.tsx'
import { registerPaths } from './register/register.paths.ts'
import { registerRoutes } from './register/register.routes.tsx'
import { returnPaths } from './returns/returns.paths.ts'
import { returnRoutes } from './returns/returns.routes.tsx'
import { checkDomainNightly } from './signing/check-domain.job.ts'
import { signingRoutes } from './signing/signing.routes.tsx'
import { testCopyRoutes } from './test-copies/test-copies.routes.tsx'
import { unsubscriptionRoutes } from './unsubscriptions/unsubscriptions.routes.tsx'
import { type CompaniesToInvite, tellCompaniesToInvite } from './waves/companies-to-invite.ts'
import { companyWaveRoutes } from './waves/company-waves.routes.tsx'
import { followUpRoutes } from './waves/follow-up.routes.tsx'
import { launchRoutes } from './waves/launch.routes.tsx'
import { recipientRoutes } from './waves/recipients.routes.tsx'
import { waveRoutes } from './waves/wave.routes.tsx'
import { lettersCommand, waveCommand } from './waves/waves.command.ts'
import { outreachPaths } from './waves/waves.paths.ts'
import { wavesRoutes } from './waves/waves.routes.tsx'

export { opposedAmong } from './oppositions/opposed-among.queries.ts'

const belowWaves = { under: outreachPaths.waves() }

type Told = { readonly companiesToInvite: CompaniesToInvite }

/** The module, told by a higher one which companies of the census a wave may be written to. */
export function outreach({ companiesToInvite }: Told): Module {
  tellCompaniesToInvite(companiesToInvite)
  return manifest
}

const manifest: Module = {
  name: 'outreach',
  routes: app()
    .route('/', messageRoutes)
    .route('/', previewRoutes)
    .route('/', wavesRoutes)
    .route('/', companyWaveRoutes)
    .route('/', waveRoutes)
    .route('/', launchRoutes)
    .route('/', followUpRoutes)
    .route('/', recipientRoutes)
    .route('/', checkRoutes)
    .route('/', approvalRoutes)
    .route('/', testCopyRoutes)
    .route('/', registerRoutes)
    .route('/', deliveryRoutes)
    .route('/', doubtRoutes)
    .route('/', unsubscriptionRoutes)
    .route('/', signingRoutes)
    .route('/', laneRoutes)
    .route('/', lotRoutes)
    .route('/', envelopeRoutes)
    .route('/', returnRoutes)
    .route('/', postageRoutes)
    .route('/', oppositionRoutes)
    .route('/', addressSearchRoutes)
    .route('/', outboxRoutes),
  permissions: outreachPermissions,
  navigation: [
    { label: 'Messages', href: messagePaths.list(), order: 18, who: partners },
    { label: 'Vagues', href: outreachPaths.waves(), order: 20, who: partners },
    { label: 'Doutes', href: doubtPaths.list(), order: 25, who: partners, ...belowWaves },
    {
      label: 'Adresses à trouver',
      href: addressSearchPaths.list(),
      order: 26,
      who: writers,
      under: '/contacts',
    },
    { label: 'Oppositions', href: oppositionPaths.list(), order: 27, who: writers, ...belowWaves },
    { label: 'Lettres revenues', href: returnPaths.list(), order: 26, who: writers, ...belowWaves },
    { label: 'Enveloppes', href: outreachPaths.envelopes(), order: 29, who: partners, ...belowWaves },
    { label: 'Registre', href: registerPaths.list(), order: 30, who: writers, ...belowWaves },
    { label: 'Boîte d’envoi', href: outreachPaths.outbox(), order: 28, who: writers, ...belowWaves },
    { label: 'Voies d’envoi', href: lanePaths.list(), order: 28, who: partners, ...belowWaves },
    { label: 'Tarifs et budget', href: postagePaths.list(), order: 30, who: partners, ...belowWaves },
  ],
  jobs: [sendWave, composeLots, recoverLeasesJob, followRelayLog, refreshLanes, checkDomainNightly],
  schedules: [
    { job: recoverLeasesJob, cron: '* * * * *', payload: {} },
    { job: followRelayLog, cron: '* * * * *', payload: {} },
    { job: refreshLanes, cron: '40 4 * * *', payload: {} },
    { job: checkDomainNightly, cron: '50 4 * * *', payload: {} },
  ],
  demonstrate: demonstrateWaves,
  onStart: ({ db, clock }) => seedMessages(db, clock()),
  commands(program, terminal) {
    waveCommand(program, terminal)
    lettersCommand(program, terminal)
    doubtsCommand(program, terminal)
  },
}
