/** A window envelope measured with a ruler, in millimetres, from its top left corner; and the A4 fold that goes in. */
export type EnvelopeProfile = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly window: Area
  /** The height of the folded sheet: 99 for A4 in three. */
  readonly foldedHeight: number
}

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const sheetWidth = 210

/** The envelopes found in town halls' suppliers; others are entered as profiles. */
export const envelopes = {
  dl45: profile('DL, fenêtre 100 × 45', 220, 110, 45),
  dl35: profile('DL, fenêtre 100 × 35', 220, 110, 35),
  c56w45: profile('C5/6, fenêtre 100 × 45', 229, 114, 45),
  c56w35: profile('C5/6, fenêtre 100 × 35', 229, 114, 35),
} as const

// The common French window: 20 mm from the right edge, 20 mm from the bottom.
function profile(name: string, width: number, height: number, windowHeight: number): EnvelopeProfile {
  const window = { x: width - 120, y: height - 20 - windowHeight, width: 100, height: windowHeight }

  return { name, width, height, window, foldedHeight: 99 }
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

function slide({ width, height, foldedHeight }: EnvelopeProfile) {
  return { sideways: width - sheetWidth, upward: height - foldedHeight }
}
