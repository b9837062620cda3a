/** A colour as CSS writes it, `oklch(L C H)`. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number]

/** How far apart two colours are for the eye, from 1 to 21, as WCAG 2.2 measures it. */
export function contrast(one: Oklch, other: Oklch) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)

  return (light + 0.05) / (dark + 0.05)
}

// Oklab to linear sRGB (Björn Ottosson's matrices), clipped to what a screen shows, then rounded as a screen rounds it.
function luminance([lightness, chroma, hue]: Oklch) {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3

  const red = shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = shown(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function shown(linear: number) {
  const clipped = Math.min(1, Math.max(0, linear))
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055
  const rounded = Math.round(encoded * 255) / 255

  return rounded <= 0.04045 ? rounded / 12.92 : ((rounded + 0.055) / 1.055) ** 2.4
}
