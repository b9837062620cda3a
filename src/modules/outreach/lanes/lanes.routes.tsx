import type { Context } from 'hono'
import { z } from 'zod'
import { csvOf, download, type TableColumn } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { memberName } from '../member-name.ts'
import { LanePage } from './lane.page.tsx'
import { LaneListPage } from './lane-list.page.tsx'
import { lanePaths } from './lanes.paths.ts'
import {
  findLane,
  insertLimit,
  insertSuffix,
  type LaneStanding,
  laneStandings,
  lastAsked,
  listLimits,
  listStops,
  listSuffixes,
  restart,
} from './lanes.queries.ts'

const count = (most: number, sentence: string) =>
  z.coerce.number(sentence).int(sentence).min(1, sentence).max(most, sentence)
const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable())

const Limit = z.object({
  once: z.string().optional(),
  connections: count(50, 'Écrivez un nombre de connexions, de 1 à 50.'),
  messagesPerConnection: count(10_000, 'Écrivez un nombre de messages, de 1 à 10 000.'),
  perMinute: count(100_000, 'Écrivez un nombre de messages par minute.'),
  perDay: blank(count(10_000_000, 'Écrivez un nombre de messages par jour, ou laissez vide.')),
  warmUpStart: blank(count(100_000, 'Écrivez un nombre de messages, ou laissez vide.')),
  warmUpGrowth: z
    .string()
    .transform((typed) => Number(typed.replace(',', '.')))
    .refine((growth) => growth >= 1 && growth <= 10, 'Écrivez un nombre entre 1 et 10, comme 1,5.'),
  validFrom: z.iso.date('Dites à partir de quel jour.'),
  checkedOn: z.iso.date('Dites quel jour la source a été lue.'),
  source: z.string().trim().min(1, 'Dites d’où vient ce chiffre.').max(600),
})

const Suffix = z.object({
  kind: z.enum(['exchanger', 'domain'], 'Choisissez ce que c’est.'),
  suffix: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'Écrivez la fin d’un nom, comme orange.fr.'),
  lane: z.string(),
  source: z.string().trim().min(1, 'Dites d’où vous le tenez.').max(300),
})

const notices = {
  limit: 'La limite est enregistrée, avec sa source ; les précédentes restent lisibles.',
  restarted: 'La voie est rouverte : ce qui attendait repart.',
  suffix: 'La terminaison est enregistrée ; les domaines connus ont changé de voie s’il le fallait.',
}
const Done = z.enum(['limit', 'restarted', 'suffix']).optional().catch(undefined)

export const laneRoutes = app()
  .get('/lanes', (c) => showList(c))

  .get('/lanes.csv', async (c) =>
    c.body(csvOf(columns, await standings(c)), 200, download('voies-d-envoi', 'csv')),
  )

  .post('/lanes/suffixes', async (c) => {
    const form = await readForm(c, Suffix)
    if (!form.ok) return showList(c, form)

    const { db, clock } = c.var.world
    await findLane(db, form.value.lane)
    await db.transaction((tx) =>
      insertSuffix(tx, { ...form.value, recordedAt: clock(), recordedBy: memberName(c) }),
    )
    return c.redirect(`${lanePaths.list()}?done=suffix#terminaisons`, 303)
  })

  .get('/lanes/:name', (c) => showLane(c))

  .post('/lanes/:name/limits', async (c) => {
    const { db, clock } = c.var.world
    const { name } = await findLane(db, c.req.param('name'))
    const form = await readForm(c, Limit)
    if (!form.ok) return showLane(c, form)
    if (form.value.checkedOn > isoDate(clock())) {
      const message = 'Une source ne peut pas avoir été lue demain.'
      return showLane(c, { problems: [{ field: 'checkedOn', message }], typed: typedOf(form.value) })
    }
    const { once, ...limit } = form.value
    const id = once && isId(once) ? once : newId()
    await insertLimit(db, id, { lane: name, ...limit, recordedAt: clock(), recordedBy: memberName(c) })
    return c.redirect(`${lanePaths.lane(name)}?done=limit`, 303)
  })

  .post('/lanes/:name/restart', async (c) => {
    const { db, clock } = c.var.world
    const { name } = await findLane(db, c.req.param('name'))
    await db.transaction(async (tx) => {
      for (const waveId of await restart(tx, name, memberName(c), clock())) await wakeWave(tx, waveId)
    })
    return c.redirect(`${lanePaths.lane(name)}?done=restarted`, 303)
  })

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

const typedOf = (value: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(Object.entries(value).map(([name, said]) => [name, String(said ?? '')]))

const mayAct = (c: Context<Env>) => c.var.visitor.role === 'operator'
const noticeOf = (c: Context<Env>) => {
  const done = Done.parse(c.req.query('done'))
  return done && notices[done]
}

const standings = ({ var: { world } }: Context<Env>) =>
  laneStandings(world.db, world.mail.name, world.clock())

async function showList(c: Context<Env>, refused?: Refused) {
  const { db, mail } = c.var.world
  const [lanes, suffixes, askedAt] = await Promise.all([standings(c), listSuffixes(db), lastAsked(db)])
  if (refused) c.status(422)
  return c.render(
    <LaneListPage
      lanes={lanes}
      suffixes={suffixes}
      askedAt={askedAt}
      hasRelay={mail.name !== 'outbox'}
      mayAct={mayAct(c)}
      notice={noticeOf(c)}
      {...refused}
    />,
    { title: 'Voies d’envoi' },
  )
}

async function showLane(c: Context<Env>, refused?: Refused) {
  const { db, clock } = c.var.world
  const { name } = await findLane(db, c.req.param('name') ?? '')
  const [lanes, limits, stops] = await Promise.all([standings(c), listLimits(db, name), listStops(db, name)])
  const lane = lanes.find((one) => one.name === name)
  if (!lane) throw new Error(`lane ${name} has no standing`)
  if (refused) c.status(422)
  return c.render(
    <LanePage
      lane={lane}
      limits={limits}
      stops={stops}
      today={isoDate(clock())}
      mayAct={mayAct(c)}
      notice={noticeOf(c)}
      {...refused}
    />,
    { title: lane.label, breadcrumb: [{ label: 'Voies d’envoi', href: lanePaths.list() }] },
  )
}

const columns: readonly TableColumn<LaneStanding>[] = [
  { label: 'Voie', value: ({ label }) => label },
  { label: 'Mairies', value: ({ townHalls }) => townHalls },
  { label: 'Connexions', value: ({ terms }) => terms.connections },
  { label: 'Messages par connexion', value: ({ terms }) => terms.messagesPerConnection },
  { label: 'Par minute', value: ({ terms }) => terms.perMinute },
  { label: 'Envoyés aujourd’hui', value: ({ terms }) => terms.today },
  { label: 'Permis aujourd’hui', value: ({ terms }) => terms.allowedToday },
  { label: 'Arrêtée depuis', value: ({ stop }) => stop?.since },
  { label: 'Pourquoi', value: ({ stop }) => stop?.evidence },
  { label: 'Source', value: ({ limit }) => limit?.source },
  { label: 'Source lue le', value: ({ limit }) => limit?.checkedOn },
]
