/** A window envelope, in millimetres, its window placed from its top left corner; and the height of the folded sheet. */
export type EnvelopeProfile = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly window: Area
  /** 99 for A4 folded in three, 148.5 in two, 297 flat. */
  readonly foldedHeight: number
}

/** An envelope as a ruler finds it: the window's distances to the right and bottom edges, the shorter to measure. */
export type MeasuredEnvelope = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly windowWidth: number
  readonly windowHeight: number
  readonly fromRight: number
  readonly fromBottom: number
  readonly foldedHeight: number
}

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const sheetWidth = 210

export function profileOf(measured: MeasuredEnvelope): EnvelopeProfile {
  const { name, width, height, windowWidth, windowHeight, fromRight, fromBottom, foldedHeight } = measured
  const window = {
    x: width - fromRight - windowWidth,
    y: height - fromBottom - windowHeight,
    width: windowWidth,
    height: windowHeight,
  }

  return { name, width, height, window, foldedHeight }
}

/** The envelopes found in town halls' suppliers, by makers' figures: the migration offers the same, others are measured. */
export const envelopes = {
  dl45: usual('DL, fenêtre 100 × 45', 220, 110, 45),
  dl35: usual('DL, fenêtre 100 × 35', 220, 110, 35),
  c56w45: usual('C5/6, fenêtre 100 × 45', 229, 114, 45),
  c56w35: usual('C5/6, fenêtre 100 × 35', 229, 114, 35),
} as const

// The common French window: 20 mm from the right edge, 20 mm from the bottom.
function usual(name: string, width: number, height: number, windowHeight: number): EnvelopeProfile {
  return profileOf({
    name,
    width,
    height,
    windowWidth: 100,
    windowHeight,
    fromRight: 20,
    fromBottom: 20,
    foldedHeight: 99,
  })
}

/** What stays visible however the sheet slides in its envelope, on the sheet: the address must be within. */
export function safeArea(envelope: EnvelopeProfile): Area {
  const { window } = envelope
  const { sideways, upward } = slide(envelope)

  return { ...window, width: window.width - sideways, height: window.height - upward }
}

/** What may show through the window, on the sheet: nothing but the address may be printed there. */
export function sweptArea(envelope: EnvelopeProfile): Area {
  const { x, y, width, height } = envelope.window
  const { sideways, upward } = slide(envelope)

  return { x: x - sideways, y: y - upward, width: width + sideways, height: height + upward }
}

/** How far the sheet may slide in the envelope, sideways and up and down. */
export function slide({ width, height, foldedHeight }: EnvelopeProfile) {
  return { sideways: width - sheetWidth, upward: height - foldedHeight }
}
