import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'
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
import { followUpRoutes } from './waves/follow-up.routes.tsx'
import { launchRoutes } from './waves/launch.routes.tsx'
import { recipientRoutes } from './waves/recipients.routes.tsx'
import { waveRoutes } from './waves/wave.routes.tsx'
import { lettersCommand, waveCommand } from './waves/waves.command.ts'
import { outreachPaths } from './waves/waves.paths.ts'
import { wavesRoutes } from './waves/waves.routes.tsx'

export { opposedAmong } from './oppositions/opposed-among.queries.ts'

const writers = ['operator', 'association'] as const
const partners = ['operator', 'association', 'network'] as const

const belowWaves = { under: outreachPaths.waves() }

export const outreach: Module = {
  name: 'outreach',
  routes: app()
    .route('/', messageRoutes)
    .route('/', previewRoutes)
    .route('/', wavesRoutes)
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
  permissions: [
    allow(
      partners,
      'lire les messages et leur aperçu',
      'GET /messages',
      'GET /messages/:id',
      'GET /messages/:id/preview',
      'GET /messages/:id/preview.html',
      'GET /messages/:id/preview.pdf',
    ),
    allow(
      writers,
      'écrire les messages',
      'POST /messages',
      'POST /messages/:id',
      'POST /messages/:id/copies',
      'POST /messages/:id/archiving',
      'POST /messages/:id/restoration',
    ),
    allow(
      partners,
      'lire les vagues, leurs envois et leurs lots',
      'GET /waves',
      'GET /waves/:id',
      'GET /waves/:id/recipients',
      'GET /waves/:id/deliveries',
      'GET /waves/:id/deliveries.csv',
      'GET /waves/:id/deliveries.ods',
      'GET /deliveries/:id',
      'GET /doubts',
      'GET /doubts.csv',
      'GET /doubts.ods',
      'GET /lots/:id',
    ),
    allow(
      ['operator'],
      'préparer une vague et la lancer',
      'GET /waves/new',
      'POST /waves',
      'GET /waves/:id/edit',
      'POST /waves/:id/edit',
      'POST /waves/:id/launch',
      'POST /waves/:id/draw',
      'GET /waves/:id/reminders/new',
      'POST /waves/:id/reminders',
      'POST /waves/:id/pause',
      'POST /waves/:id/pace',
      'POST /waves/:id/resume',
      'POST /waves/:id/exclusions',
      'POST /waves/:id/exclusions/past-retention',
      'POST /waves/:id/exclusions/removal',
    ),
    allow(
      writers,
      'relire une vague et l’approuver, quand l’autre organisme l’a préparée',
      'GET /waves/:id/approval',
      'POST /waves/:id/approvals',
    ),
    allow(
      writers,
      'vérifier une vague et en regarder une copie d’essai',
      'POST /waves/:id/checks',
      'GET /waves/:id/test-copy',
      'POST /waves/:id/test-copies',
      'POST /waves/:id/test-copies/:copy/look',
    ),
    allow(
      writers,
      'lire le registre des traitements, et écrire les fiches de son organisme',
      'GET /register',
      'GET /register.csv',
      'GET /register.ods',
      'GET /register/:organisation/:purpose',
      'POST /register/:organisation/:purpose',
    ),
    allow(roles, 'lire l’essentiel de l’accord entre les organismes', 'GET /register/essence'),
    allow(
      ['operator'],
      'composer, imprimer et poster les lettres',
      'POST /waves/:id/compositions',
      'POST /waves/:id/compositions/stop',
      'GET /lots/:id/file',
      'GET /lots/:id/cover',
      'POST /lots/:id/printed',
      'POST /lots/:id/enclosed',
      'POST /lots/:id/posted',
      'GET /lots/:id/proof',
      'POST /lots/:id/reprints',
      'GET /lots/:id/reprints/:reprint',
      'POST /deliveries/:id/address',
    ),
    allow(partners, 'lire les tarifs et le coût des lettres', 'GET /postage'),
    allow(['operator'], 'inscrire un tarif', 'POST /postage'),
    allow(writers, 'noter les lettres revenues', 'GET /returns', 'POST /returns', 'POST /returns/undoing'),
    allow(
      partners,
      'voir les enveloppes et leur feuille d’essai',
      'GET /envelopes',
      'GET /envelopes/:id/test-sheet',
    ),
    allow(['operator'], 'mesurer les enveloppes', 'POST /envelopes', 'POST /envelopes/:id/retirement'),
    allow(
      writers,
      'trancher un envoi douteux ou le renvoyer',
      'POST /deliveries/:id/acceptance',
      'POST /deliveries/:id/attempts',
      'POST /doubts/acceptances',
      'POST /doubts/attempts',
      'POST /doubts/relay-log',
    ),
    allow(
      writers,
      'inscrire une opposition et la lever',
      'GET /oppositions',
      'GET /oppositions.csv',
      'GET /oppositions.ods',
      'POST /oppositions',
      'POST /oppositions/check',
      'GET /oppositions/:id',
      'GET /oppositions/:id/evidence',
      'POST /oppositions/:id/lifting',
      'POST /oppositions/:id/review',
    ),
    allow(partners, 'voir si nos courriels sont reconnus', 'GET /signing'),
    allow(partners, 'voir les voies d’envoi', 'GET /lanes', 'GET /lanes.csv', 'GET /lanes/:name'),
    allow(
      ['operator'],
      'changer les limites d’une voie d’envoi et la rouvrir',
      'POST /lanes/suffixes',
      'POST /lanes/:name/limits',
      'POST /lanes/:name/restart',
    ),
    allow(
      ['operator'],
      'contrôler le domaine d’envoi et changer de clé',
      'POST /signing/keys',
      'POST /signing/keys/:id/retirement',
      'POST /signing/checks',
    ),
    allow(roles, 'ne plus recevoir d’envoi, par le lien d’un courriel', 'GET /o/:token', 'POST /o/:token'),
    allow(
      writers,
      'chercher l’adresse d’une mairie qu’un envoi n’a pas atteinte',
      'GET /address-searches',
      'GET /address-searches.csv',
      'GET /address-searches.ods',
      'GET /address-searches/:id',
      'POST /address-searches/:id/finding',
      'POST /address-searches/:id/abandonment',
      'POST /address-searches/:id/recovery',
      'POST /address-searches/:id/reopening',
    ),
    allow(writers, 'lire la boîte d’envoi', 'GET /outbox', 'GET /outbox/:id', 'GET /outbox/:id/message.html'),
  ],
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
