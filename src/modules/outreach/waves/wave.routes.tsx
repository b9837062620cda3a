import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import type { FormValues, Problem } from '#platform/http/form.ts'
import { companyAnswers, countExclusions, listDeliveries, tallyOf } from '../deliveries/deliveries.queries.ts'
import { alertsOfWave, stopsOfWave } from '../lanes/lanes.queries.ts'
import { listLots } from '../lots/lots.queries.ts'
import { composingOf } from '../lots/start-composing.action.ts'
import { findMessage } from '../messages/messages.queries.ts'
import { findWaveResults } from '../results/wave-results.queries.ts'
import type { AudienceRow } from './audience.ts'
import { countStrata, listDrawn } from './draw.queries.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import type { LaunchRefusal } from './readiness/readiness.ts'
import { listReminders } from './reminder.queries.ts'
import { WavePage } from './wave.page.tsx'
import { standing } from './wave.ts'
import { WaveDraftPage } from './wave-draft.page.tsx'
import { findWave, listHandExclusions, type Wave } from './waves.queries.ts'

/** The page of one wave: what it waits for before its launch, what becomes of it after. */
export const waveRoutes = app().get('/waves/:id', (c) => showWave(c))

type Refused = {
  readonly refusal?: LaunchRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: FormValues
}

/** Draws a wave's page, with what was just refused where something was. */
export async function showWave(c: Context<Env>, refused?: Refused) {
  const wave = await findWave(c.var.db, c.req.param('id') ?? '')
  if (refused) c.status(422)
  return wave.state === 'draft' ? showDraft(c, wave, refused) : showLaunched(c, wave, refused)
}

async function showDraft(c: Context<Env>, wave: Wave, refused: Refused = {}) {
  const [{ audience, recipients, lines }, message, byHand, drawn, strata, reminded] = await Promise.all([
    prepareLaunch(c.var.db, c.var.world, wave),
    findMessage(c.var.db, wave.messageId),
    listHandExclusions(c.var.db, wave.id),
    wave.drawSeed ? listDrawn(c.var.db, wave.drawSeed) : [],
    countStrata(c.var.db, wave.id),
    wave.reminderOf ? findWave(c.var.db, wave.reminderOf) : undefined,
  ])
  const letters = recipients.filter(({ planned }) => planned.channel === 'letter').length
  return c.render(
    <WaveDraftPage
      wave={wave}
      messageName={message.name}
      lines={lines}
      emails={recipients.length - letters}
      letters={letters}
      exclusions={exclusionsOf(audience)}
      byHand={byHand}
      drawn={drawn}
      strata={strata}
      reminded={reminded}
      candidates={recipients.map(({ candidate }) => candidate)}
      mayPrepare={mayAct(c)}
      role={c.var.visitor.role}
      {...refused}
    />,
    { title: wave.name },
  )
}

function exclusionsOf(audience: readonly AudienceRow[]) {
  const reasons = audience.flatMap((row) => ('excluded' in row ? [row.excluded.reason] : []))
  return [...new Set(reasons)].map((reason) => ({
    reason,
    count: reasons.filter((other) => other === reason).length,
  }))
}

const notices = {
  launched: 'La vague est lancée : le message et la liste des destinataires ne changent plus.',
  paused: 'Les courriels sont suspendus : aucun ne part plus.',
  resumed: 'Les courriels repartent.',
  paced: 'Le rythme de cette vague est changé.',
}
const Done = z.enum(['launched', 'paused', 'resumed', 'paced']).optional().catch(undefined)

async function showLaunched(c: Context<Env>, wave: Wave, { refusal, problems }: Refused = {}) {
  const { db } = c.var
  const [
    tally,
    doubts,
    exclusions,
    lots,
    composing,
    drawn,
    strata,
    reminders,
    results,
    alerts,
    stops,
    answers,
  ] = await Promise.all([
    tallyOf(db, wave.id),
    listDeliveries(db, { waveId: wave.id, states: ['uncertain'] }, { sort: 'date', isDescending: false }),
    countExclusions(db, wave.id),
    listLots(db, wave.id),
    composingOf(db, wave.id),
    wave.drawSeed ? listDrawn(db, wave.drawSeed) : [],
    countStrata(db, wave.id),
    listReminders(db, wave.id),
    findWaveResults(db, wave.id),
    alertsOfWave(db, wave.id),
    stopsOfWave(db, wave.id),
    wave.audienceKind === 'companies' ? companyAnswers(db, wave.id) : [],
  ])
  const where = standing(wave, tally)
  const done = Done.parse(c.req.query('done'))
  return c.render(
    <WavePage
      wave={wave}
      standing={where}
      tally={tally}
      doubts={doubts.map(({ id, addressee, address, settledAt }) => ({
        id,
        addressee,
        address,
        since: settledAt,
      }))}
      exclusions={exclusions.map(({ reason, n }) => ({ reason: reason ?? '', count: n }))}
      lots={lots}
      drawn={drawn}
      strata={strata}
      reminders={reminders}
      results={results}
      composing={composing && { done: composing.done, total: composing.total ?? 0 }}
      alerts={alerts}
      problems={problems}
      stops={stops}
      answers={answers}
      maySend={mayAct(c)}
      mayRule={mayAct(c) || c.var.visitor.role === 'association'}
      isAlreadyLaunched={refusal === 'already-launched'}
      notice={done && notices[done]}
    />,
    { title: wave.name, refreshSeconds: isMoving(wave, tally) || composing ? 3 : undefined },
  )
}

// The page reads itself again only while something moves by itself.
const isMoving = (
  { pausedAt }: Wave,
  { rendered = 0, claimed = 0, in_flight = 0 }: Awaited<ReturnType<typeof tallyOf>>,
) => !pausedAt && rendered + claimed + in_flight > 0

const mayAct = (c: Context<Env>) => c.var.visitor.role === 'operator'
