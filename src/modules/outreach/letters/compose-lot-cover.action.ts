import type { PdfPool } from '#platform/pdf/pdf-pool.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import type { ComposedLot } from './lot.letter.ts'
import { type Letter, sortForPosting } from './lot.ts'
import type { LotCover } from './lot-cover.letter.ts'
import { weighLot } from './lot-weight.ts'

const drawLotCover = { module: new URL('./lot-cover.letter.ts', import.meta.url).href, name: 'drawLotCover' }

type Covered = {
  readonly rank: number
  readonly lotCount: number
  readonly waveTitle: string
  readonly senderName: string
  readonly envelope: EnvelopeProfile
  readonly letters: readonly Letter[]
  readonly composed: ComposedLot
  readonly date: Date
  /** What was done already, in the words of the sheet; the rest is left blank, to fill by hand. */
  readonly done?: Readonly<Partial<Record<'printed' | 'enclosed' | 'posted', string>>>
  /** « 12 pages vérifiées le … » */
  readonly checked?: string
}

/** The sheet that lies on a printed lot: how many letters, the first and the last, the weight, who did what. */
export function composeLotCover(pool: PdfPool, covered: Covered): Promise<Uint8Array> {
  const { rank, lotCount, waveTitle, senderName, envelope, composed, date, done = {}, checked } = covered
  const letters = sortForPosting(covered.letters)
  const { total, heaviest } = weighLot(composed.pages, 'one-side')
  const pageCount = composed.pages.at(-1)?.to ?? 0

  const cover: LotCover = {
    title: `Lot ${rank} sur ${lotCount}`,
    wave: waveTitle,
    sender: senderName,
    sha256: composed.sha256,
    steps: [
      { name: 'Imprimé', done: done.printed },
      { name: 'Mis sous pli', done: done.enclosed },
      { name: 'Posté', done: done.posted },
    ],
    date,
    facts: [
      { name: 'Lettres', value: `${letters.length}` },
      { name: 'Pages', value: `${pageCount}, imprimées au recto` },
      { name: 'Première', value: place(letters[0]) },
      { name: 'Dernière', value: place(letters.at(-1)) },
      { name: 'Enveloppe', value: envelope.name },
      { name: 'Poids estimé', value: `${total.toLocaleString('fr-FR')} g, ${heaviest} g au plus par pli` },
      ...(checked ? [{ name: 'Vérifié', value: checked }] : []),
    ],
  }
  return pool.run(drawLotCover, cover)
}

const place = (letter?: Letter) => (letter ? `${letter.address.postcode} ${letter.commune}` : '')
