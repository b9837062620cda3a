import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { loadFile, type ReceivedFile } from '#platform/files/stored-files.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId, newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { weighLot } from '../letters/lot-weight.ts'
import { memberName } from '../member-name.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { findWave } from '../waves/waves.queries.ts'
import { drawCover } from './draw-cover.action.ts'
import { LotPage } from './lot.page.tsx'
import type { LotRefusal, LotStep } from './lot.ts'
import { findLot, lettersOf, listLots } from './lots.queries.ts'
import { markLot, type Posting } from './mark-lot.action.ts'
import { reprintFile, reprintLetters } from './reprint-letters.action.ts'
import { findReprint, listReprints } from './reprints.queries.ts'

const PostingForm = z.object({
  on: z.iso.date('Donnez le jour où le lot a été posté.'),
  proof: z.string().trim().max(300),
  file: z.instanceof(File).optional().catch(undefined),
  takenOut: z
    .enum(['oui'])
    .optional()
    .transform((word) => word === 'oui'),
})

const Reprinting = z.object({
  once: z.string().optional(),
  pages: z.string().trim().min(1, 'Dites quelles pages.').max(200),
  reason: z.string().trim().min(1, 'Dites pourquoi.').max(200),
})

const largestProof = 5 * 1024 * 1024
const lightProof = bodyLimit({
  maxSize: largestProof + 64 * 1024,
  onError: (c: Context<Env>) =>
    show(c, {
      problems: [{ field: 'file', message: 'Cette pièce dépasse cinq mégaoctets : réduisez-la.' }],
      typed: {},
    }),
})

export const lotRoutes = app()
  .get('/lots/:id', (c) => show(c))

  .get('/lots/:id/file', async (c) => {
    const { fileId } = await findLot(c.var.db, c.req.param('id'))
    if (!fileId) throw new NotFound('Ce lot n’est pas encore composé.')

    const { name, bytes } = await loadFile(c.var.db, fileId)
    return c.body(new Uint8Array(bytes), 200, pdfNamed(name))
  })

  .get('/lots/:id/cover', async (c) => {
    const lot = await findLot(c.var.db, c.req.param('id'))
    if (!lot.fileId) throw new NotFound('Ce lot n’est pas encore composé.')

    return c.body(
      new Uint8Array(await drawCover(c.var.world, lot)),
      200,
      pdfNamed(`lot-${lot.number}-page-de-garde.pdf`),
    )
  })

  .post('/lots/:id/printed', (c) => mark(c, 'printed'))
  .post('/lots/:id/enclosed', (c) => mark(c, 'enclosed'))

  .post('/lots/:id/posted', lightProof, async (c) => {
    const form = await readForm(c, PostingForm)
    if (!form.ok) return show(c, form)

    const { file, ...posting } = form.value
    return mark(c, 'posted', { ...posting, file: file && file.size > 0 ? await received(file) : undefined })
  })

  .get('/lots/:id/proof', async (c) => {
    const { postingFileId } = await findLot(c.var.db, c.req.param('id'))
    if (!postingFileId) throw new NotFound('Aucune pièce n’est jointe à ce lot.')

    const { name, bytes } = await loadFile(c.var.db, postingFileId)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="piece"; filename*=UTF-8''${encodeURIComponent(name)}`,
    })
  })

  .post('/lots/:id/reprints', async (c) => {
    const form = await readForm(c, Reprinting)
    if (!form.ok) return show(c, form)

    const lotId = c.req.param('id')
    const { once, pages, reason } = form.value
    const id = once && isId(once) ? once : newId()
    const decision = await reprintLetters(c.var.world, lotId, { id, pages, reason, by: memberName(c) })
    if (decision.ok) return c.redirect(`${outreachPaths.lot(lotId)}?done=reprinted#reimpressions`, 303)
    return show(c, {
      problems: [{ field: 'pages', message: reprintRefusals[decision.reason] }],
      typed: { pages, reason },
    })
  })

  .get('/lots/:id/reprints/:reprint', async (c) => {
    const reprint = await findReprint(c.var.db, c.req.param('reprint'))
    const file = await reprintFile(c.var.world, reprint)
    return c.body(new Uint8Array(file), 200, pdfNamed(`pages-${reprint.pages.join('-').slice(0, 60)}.pdf`))
  })

const received = async (file: File): Promise<ReceivedFile> => ({
  name: file.name,
  mediaType: file.type || 'application/octet-stream',
  bytes: new Uint8Array(await file.arrayBuffer()),
})

const reprintRefusals = {
  'not-printed': 'Ce lot n’est pas encore imprimé : imprimez-le d’abord.',
  'already-posted':
    'Ce lot est posté : rien ne s’y ajoute. Une lettre perdue depuis est une nouvelle lettre, dans une autre vague.',
  'not-pages': 'Écrivez des numéros de pages, comme « 37–38 » ou « 12, 40 ».',
  'not-in-lot': 'Ce lot n’a pas toutes ces pages : relisez leurs numéros sur la liste ci-dessous.',
  'taken-out': 'Une de ces pages est celle d’une lettre retirée du lot : elle ne doit plus partir.',
}

const pdfNamed = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `attachment; filename="${name}"`,
})

async function mark(c: Context<Env>, step: LotStep, posting?: Posting) {
  const id = c.req.param('id') ?? ''
  const decision = await markLot(c.var.world, id, { step, by: memberName(c), posting })
  if (decision.ok) return c.redirect(`${outreachPaths.lot(id)}?done=${step}`, 303)

  const fields: Partial<Record<typeof decision.reason, string>> = {
    'posting-date': 'on',
    'letters-to-take-out': 'takenOut',
  }
  const field = fields[decision.reason] ?? ''
  const typed: FormValues = posting ? { on: posting.on, proof: posting.proof } : {}
  return show(c, { problems: [{ field, message: explanations[decision.reason] }], typed })
}

const explanations: Record<LotRefusal | 'posting-date' | 'letters-to-take-out', string> = {
  'not-composed': 'Ce lot n’est pas encore composé.',
  'too-early': 'Il faut d’abord l’étape d’avant : imprimer, mettre sous pli, poster.',
  'already-done': 'C’est déjà fait : la date et le nom sont sur la page de garde.',
  'letters-to-take-out':
    'Des mairies ont répondu ou refusé depuis : retirez leurs lettres de la pile, puis dites que c’est fait.',
  'posting-date': 'Un lot ne peut pas être posté demain : donnez le jour où il l’a été.',
}

const notices: Record<LotStep | 'reprinted', string> = {
  reprinted: 'La réimpression est notée : téléchargez ses pages et remplacez celles qui sont abîmées.',
  printed: 'Le lot est imprimé. Il reste à le mettre sous pli.',
  enclosed: 'Le lot est sous pli. Il reste à le poster.',
  posted: 'Le lot est posté : chaque lettre est inscrite au journal de sa commune.',
}
const Done = z.enum(['printed', 'enclosed', 'posted', 'reprinted']).optional().catch(undefined)

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const lot = await findLot(c.var.db, c.req.param('id') ?? '')
  const [wave, letters, lots, envelope, reprints] = await Promise.all([
    findWave(c.var.db, lot.waveId),
    lettersOf(c.var.db, lot.id),
    listLots(c.var.db, lot.waveId),
    envelopeOfWave(c.var.db, lot.waveId),
    listReprints(c.var.db, lot.id),
  ])
  const pages = letters.map(({ firstPage, lastPage }) => ({ from: firstPage ?? 1, to: lastPage ?? 1 }))
  const done = Done.parse(c.req.query('done'))
  if (refused) c.status(422)
  return c.render(
    <LotPage
      lot={lot}
      lotCount={lots.length}
      wave={wave}
      letters={letters}
      reprints={reprints}
      weight={weighLot(pages, 'one-side')}
      envelope={envelope.name}
      today={isoDate(c.var.world.clock())}
      mayMark={c.var.visitor.role === 'operator'}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: `Lot ${lot.number}` },
  )
}
