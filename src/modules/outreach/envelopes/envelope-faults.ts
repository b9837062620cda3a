import {
  type EnvelopeProfile,
  type MeasuredEnvelope,
  profileOf,
  safeArea,
  sheetWidth,
  slide,
  sweptArea,
} from './envelope.ts'

/** What cannot be in a measure, and the measure to look at again. */
export type EnvelopeFault = { readonly field: keyof MeasuredEnvelope; readonly sentence: string }

// Where our letter prints: the sender up to here from the left, the text from here down, and a town hall's four lines.
const senderEnds = 85
const textBegins = 95
const smallestSafe = { width: 60, height: 15 }

// La Poste's franking zone, at the top right of the envelope (40 × 74 mm).
const franking = { width: 74, height: 40 }

/** What is impossible in the measures of an envelope, or unfit for our letters; nothing when they can be used. */
export function envelopeFaults(measured: MeasuredEnvelope): readonly EnvelopeFault[] {
  const impossible = impossibilities(measured)

  return impossible.length > 0 ? impossible : unfitness(profileOf(measured))
}

function impossibilities({
  width,
  height,
  windowWidth,
  windowHeight,
  fromRight,
  fromBottom,
  foldedHeight,
}: MeasuredEnvelope) {
  const faults: EnvelopeFault[] = []
  if (width < sheetWidth)
    faults.push({
      field: 'width',
      sentence: `Une feuille A4 a ${sheetWidth} mm de large : elle n’entre pas dans ${mm(width)} mm. Mesurez le grand côté.`,
    })
  if (height < foldedHeight)
    faults.push({
      field: 'height',
      sentence: `La feuille pliée a ${mm(foldedHeight)} mm de haut : elle n’entre pas dans ${mm(height)} mm. Mesurez le petit côté, ou changez le pli.`,
    })
  if (fromRight + windowWidth > width)
    faults.push({
      field: 'fromRight',
      sentence: `La fenêtre sort de l’enveloppe par la gauche : ${mm(windowWidth)} mm de fenêtre et ${mm(fromRight)} mm jusqu’au bord droit font plus que ${mm(width)} mm.`,
    })
  if (fromBottom + windowHeight > height)
    faults.push({
      field: 'fromBottom',
      sentence: `La fenêtre sort de l’enveloppe par le haut : ${mm(windowHeight)} mm de fenêtre et ${mm(fromBottom)} mm jusqu’au bord du bas font plus que ${mm(height)} mm.`,
    })
  return faults
}

function unfitness(envelope: EnvelopeProfile) {
  const { window, width } = envelope
  const { sideways, upward } = slide(envelope)
  const safe = safeArea(envelope)
  const swept = sweptArea(envelope)
  const faults: EnvelopeFault[] = []
  if (safe.width < smallestSafe.width)
    faults.push({
      field: 'windowWidth',
      sentence: `La feuille glisse de ${mm(sideways)} mm de côté : il ne reste que ${mm(Math.max(0, safe.width))} mm de fenêtre toujours visibles, et il en faut ${smallestSafe.width}.`,
    })
  if (safe.height < smallestSafe.height)
    faults.push({
      field: 'windowHeight',
      sentence: `La feuille glisse de ${mm(upward)} mm en hauteur : il ne reste que ${mm(Math.max(0, safe.height))} mm de fenêtre toujours visibles, et il en faut ${smallestSafe.height}.`,
    })
  if (swept.x < senderEnds)
    faults.push({
      field: 'fromRight',
      sentence: `La fenêtre peut montrer la feuille dès ${mm(swept.x)} mm du bord gauche, où nos lettres impriment l’expéditeur (jusqu’à ${senderEnds} mm). Il faut une fenêtre à droite.`,
    })
  if (swept.y + swept.height > textBegins)
    faults.push({
      field: 'fromBottom',
      sentence: `La fenêtre peut montrer la feuille jusqu’à ${mm(swept.y + swept.height)} mm du haut, où nos lettres impriment le texte (dès ${textBegins} mm).`,
    })
  if (window.y < franking.height && window.x + window.width > width - franking.width)
    faults.push({
      field: 'fromBottom',
      sentence: `La fenêtre monte dans la zone du timbre (${franking.height} mm de haut, ${franking.width} mm de large, en haut à droite).`,
    })
  return faults
}

const mm = (length: number) => length.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
