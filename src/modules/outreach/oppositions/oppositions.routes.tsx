import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { listCommunes } from '#modules/communes/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import { loadFile } from '#platform/files/stored-files.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isoDate } from '#ui/french.ts'
import { memberName } from '../member-name.ts'
import { kindOf } from './compared-address.ts'
import { keepOpposition, lift } from './lift-opposition.action.ts'
import { opposeAddress, opposeTownHall } from './oppose.action.ts'
import { OppositionPage } from './opposition.page.tsx'
import { oppositionChannels, reviewLimit, topics } from './opposition.ts'
import { type AddressCheck, OppositionListPage } from './opposition-list.page.tsx'
import {
  countOppositions,
  findAddressOpposition,
  findOpposition,
  listOppositions,
  oppositionFigures,
  oppositionHolders,
  oppositionPageSize,
  oppositionStates,
} from './opposition-list.queries.ts'
import { oppositionColumns } from './opposition-sheet.ts'
import { liftingRefusals } from './opposition-words.ts'
import { oppositionPaths } from './oppositions.paths.ts'
import { addressHmac } from './oppositions.queries.ts'
import { townHallNamed } from './town-hall-named.action.ts'

const NewOpposition = z.object({
  commune: z.string().trim().max(120),
  address: z.string().trim().max(400),
  channel: z.enum(oppositionChannels, 'Choisissez ce qui est refusé.'),
  topic: z.enum(topics, 'Choisissez le sujet.').default('all'),
  origin: z.string().trim().min(1, 'Dites comment elle l’a demandé.').max(200),
})

const Lifting = z.object({
  evidence: z.string().trim().max(500, 'Cinq cents caractères au plus.'),
  requestedOn: z.string().trim(),
  contact: z.string().trim().default(''),
  address: z.string().trim().max(400).optional(),
  file: z.instanceof(File).optional().catch(undefined),
})

const notAnAddress =
  'Ce n’est ni une adresse électronique, ni un téléphone, ni une adresse postale avec sa rue et son code postal.'

const largestEvidence = 5 * 1024 * 1024
const lightEvidence = bodyLimit({
  maxSize: largestEvidence + 64 * 1024,
  onError: (c: Context<Env>) =>
    showOne(c, {
      problems: [{ field: 'file', message: 'Cette pièce dépasse cinq mégaoctets : réduisez-la.' }],
      typed: {},
    }),
})

export const oppositionRoutes = app()
  .get('/oppositions', (c) => show(c))

  .get('/oppositions.csv', async (c) =>
    c.body(csvOf(oppositionColumns, await everyRow(c)), 200, download('oppositions', 'csv')),
  )

  .get('/oppositions.ods', async (c) => {
    const sheet = odsOf('Oppositions', oppositionColumns, await everyRow(c))
    return c.body(Uint8Array.from(sheet), 200, download('oppositions', 'ods'))
  })

  .post('/oppositions', async (c) => {
    const form = await readForm(c, NewOpposition)
    if (!form.ok) return show(c, form)

    const { commune, address, channel, topic, origin } = form.value
    const refuseWith = (field: string, message: string) =>
      show(c, { typed: { ...form.value }, problems: [{ field, message }] })
    if (commune === '' && address === '') return refuseWith('commune', 'Donnez une commune, ou une adresse.')
    const named = commune === '' ? undefined : await townHallNamed(c.var.db, commune)
    if (named && !named.ok) return refuseWith('commune', unnamed(named.proposals))
    if (address !== '' && !kindOf(address)) return refuseWith('address', notAnAddress)

    const said = { origin, by: memberName(c), at: c.var.world.clock() }
    await c.var.db.transaction(async (tx) => {
      if (named) await opposeTownHall(tx, { insee: named.value.insee, channel, topic, ...said })
      if (address !== '') await opposeAddress(tx, c.var.world.config.secret, { address, ...said })
    })
    return c.redirect(oppositionPaths.list({ done: 'recorded' }), 303)
  })

  // A question, but posted: an address has no place in a URL, nor in a log.
  .post('/oppositions/check', async (c) => {
    const form = await readForm(c, z.object({ checked: z.string().trim().max(400) }))
    const checked = form.ok ? form.value.checked : ''
    const kind = kindOf(checked)
    if (!kind) return show(c, { typed: { checked }, problems: [{ field: 'checked', message: notAnAddress }] })

    const hmac = addressHmac(c.var.world.config.secret, checked, kind)
    return show(c, undefined, { kind, found: await findAddressOpposition(c.var.db, hmac) })
  })

  .get('/oppositions/:id', (c) => showOne(c))

  .get('/oppositions/:id/evidence', async (c) => {
    const { liftingFileId } = await opposition(c)
    if (!liftingFileId) throw new NotFound('Aucune pièce n’est jointe.')
    const { name, bytes } = await loadFile(c.var.db, liftingFileId)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="piece"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  })

  .post('/oppositions/:id/lifting', lightEvidence, async (c) => {
    const form = await readForm(c, Lifting)
    if (!form.ok) return showOne(c, form)

    const { evidence, requestedOn, contact, address, file } = form.value
    const decision = await lift(c.var.world, c.req.param('id'), {
      words: evidence,
      requestedOn,
      contact,
      address,
      file: file && file.size > 0 ? await received(file) : undefined,
      by: memberName(c),
    })
    if (!decision.ok)
      return showOne(c, {
        problems: [liftingRefusals[decision.reason]],
        typed: { evidence, requestedOn, contact, address: address ?? '' },
      })
    return c.redirect(`${oppositionPaths.show(c.req.param('id'))}?done=lifted`, 303)
  })

  .post('/oppositions/:id/review', async (c) => {
    const { id } = await opposition(c)
    await keepOpposition(c.var.world, id, memberName(c))
    return c.redirect(`${oppositionPaths.show(id)}?done=kept`, 303)
  })

const unnamed = (proposals: readonly string[]) =>
  proposals.length > 0
    ? `Laquelle ? ${proposals.join(', ')}. Écrivez-la avec son code.`
    : 'Aucune commune ne porte ce nom ni ce code.'

const received = async (file: File) => ({
  name: file.name || 'piece',
  mediaType: file.type || 'application/octet-stream',
  bytes: new Uint8Array(await file.arrayBuffer()),
})

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  state: z.enum(oppositionStates).catch('active'),
  holder: word(z.enum(oppositionHolders)),
  channel: word(z.enum(oppositionChannels)),
  topic: word(z.enum(topics)),
  page: z.coerce.number().int().min(1).catch(1),
  done: word(z.enum(['recorded', 'lifted', 'kept'])),
})

const notices = {
  recorded: 'L’opposition est inscrite : ce qui n’était pas parti ne partira pas.',
  lifted: 'L’opposition est levée. La demande et votre nom restent ici.',
  kept: 'L’opposition est revue : elle reste en vigueur.',
}

async function everyRow(c: Context<Env>) {
  const { page: _page, done: _done, ...filter } = readQuery(c, Words)
  return listOppositions(c.var.db, filter, reviewLimit(c.var.world.clock()))
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused, check?: AddressCheck) {
  const { db, world } = c.var
  const { page, done, ...filter } = readQuery(c, Words)
  const limit = reviewLimit(world.clock())
  const [oppositions, total, figures, communes] = await Promise.all([
    listOppositions(db, filter, limit, page),
    countOppositions(db, filter, limit),
    oppositionFigures(db, limit),
    listPerimeter(db).then((insees) => listCommunes(db, { insees })),
  ])
  if (refused) c.status(422)
  return c.render(
    <OppositionListPage
      oppositions={oppositions}
      total={total}
      figures={figures}
      filter={filter}
      page={page}
      pages={Math.ceil(total / oppositionPageSize)}
      communes={communes.map(({ name }) => name)}
      check={check}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: 'Oppositions', wide: true },
  )
}

async function opposition(c: Context<Env>) {
  const found = await findOpposition(c.var.db, c.req.param('id') ?? '')
  if (!found) throw new NotFound('Cette opposition n’existe pas.')
  return found
}

async function showOne(c: Context<Env>, refused?: Refused) {
  const found = await opposition(c)
  const now = c.var.world.clock()
  const { done } = readQuery(c, Words)
  if (refused) c.status(422)
  return c.render(
    <OppositionPage
      opposition={found}
      today={isoDate(now)}
      isToReview={!found.liftedAt && (found.reviewedAt ?? found.since) < reviewLimit(now)}
      notice={done && notices[done]}
      {...refused}
    />,
    {
      title: 'Opposition',
      breadcrumb: [
        { label: 'Oppositions', href: oppositionPaths.list() },
        { label: found.commune ?? found.company ?? 'Adresse' },
      ],
    },
  )
}
