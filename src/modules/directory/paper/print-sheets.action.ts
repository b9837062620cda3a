import { renderSVG } from 'uqr'
import { neighboursUsing } from '#modules/catalogue/index.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { together } from '#platform/together.ts'
import type { World } from '#platform/world.ts'
import { date, plural } from '#ui/french.ts'
import { printedSoftware } from '../machines/read-documents.action.ts'
import { mostSheets, type PaperBinder } from './binder.ts'
import { paperSheet } from './paper-sheet.ts'
import type { DrawnSheets } from './sheets.letter.ts'

const drawSheets = { module: new URL('./sheets.letter.ts', import.meta.url).href, name: 'drawSheets' }

type Order = {
  readonly slugs: readonly string[]
  readonly insee?: string
  /** The title on the cover of a binder; absent, the sheets are loose. */
  readonly title?: string
  readonly author: string
}

const shared = together<DrawnSheets>()

/**
 * Draws the sheets asked for, in the order asked, at most `mostSheets`; a slug that no sheet bears is left out. Those who ask the
 * same at the same moment are given one drawing.
 */
export async function printSheets(world: World, order: Order): Promise<Uint8Array> {
  const { bytes } = await shared(world.db, JSON.stringify(order), () => draw(world, order))
  return bytes
}

async function draw(world: World, order: Order): Promise<DrawnSheets> {
  const at = world.clock()
  const binder = await composeBinder(world, order, at)
  return sharedPdfPool().run<DrawnSheets>(drawSheets, { binder, at })
}

async function composeBinder(world: World, order: Order, now: Date): Promise<PaperBinder> {
  const slugs = order.slugs.slice(0, mostSheets)
  const printed = await printedSoftware(world, slugs)
  if (printed.length === 0) throw new NotFound('Aucun logiciel ne porte ce nom.')
  const neighbours = await neighboursUsing(world.db, {
    softwareIds: printed.map(({ id }) => id),
    insee: order.insee,
    now,
    limit: 4,
  })
  const sheets = printed.map(({ id, software }) =>
    paperSheet({
      software,
      neighbours: neighbours.get(id) ?? [],
      qr: renderSVG(software.url, { border: 0 }),
      today: now,
    }),
  )
  return {
    title: order.title ?? sheets[0]?.name ?? '',
    subtitle: plural(sheets.length, 'fiche de logiciel libre', 'fiches de logiciels libres'),
    author: order.author,
    date: date(now),
    foot: `${order.author} · ${new URL(world.config.baseUrl).host}`,
    credits: [...new Set(printed.flatMap(({ software }) => software.attributions.map(creditOf)))],
    bound: order.title !== undefined,
    sheets,
  }
}

const creditOf = ({ source, licence }: { source: string; licence: string }) => `${source} (${licence})`
