import type { Child } from 'hono/jsx'
import { typo } from './french.ts'
import type { Tone } from './tone.ts'

/** How a place is coloured. A pattern or a weight goes with every tone, for those who do not see colours. */
export type ShapeLook = {
  readonly tone: Tone
  readonly weight?: 'tint' | 'solid'
  readonly pattern?: 'hatch' | 'dots'
  /** Out of the filters in force: still there, faded. */
  readonly isFaded?: boolean
}

export type MapShape = ShapeLook & {
  readonly path: string
  readonly href: string
  /** What is read when the pointer rests on it. */
  readonly title: string
}

type MapLabel = { readonly text: string; readonly x: number; readonly y: number; readonly size: number }

type ShapeMapProps = {
  /** What the map shows, in one sentence; the same facts must stand in a list beside it. */
  label: string
  width: number
  height: number
  shapes: readonly MapShape[]
  around?: string
  borders?: string
  labels?: readonly MapLabel[]
  /** A glance at where a place lies, beside its facts. */
  small?: boolean
  children?: Child
}

// Above this, the lines between places are drawn thinner, or they would cover them.
const MANY = 200

/** Places drawn as SVG, each a link. The list beside the map is the way of the keyboard: its links are not repeated here. */
export function ShapeMap({
  label,
  width,
  height,
  shapes,
  around,
  borders,
  labels = [],
  small,
  children,
}: ShapeMapProps) {
  return (
    <figure class="shape-map" data-dense={shapes.length > MANY || undefined} data-small={small}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{typo(label)}</title>
        <Patterns shapes={shapes} />
        {around && <path class="map-around" d={around} />}
        <g class="map-shapes">
          {shapes.map((shape) => (
            <Shape shape={shape} />
          ))}
        </g>
        {borders && <path class="map-borders" d={borders} />}
        <g class="map-labels">
          {labels.map(({ text, x, y, size }) => (
            <text x={x} y={y} font-size={size}>
              {text}
            </text>
          ))}
        </g>
      </svg>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}

/** The square of a legend, filled as the places it speaks of. */
export function MapSwatch({ tone, weight = 'tint', pattern }: ShapeLook) {
  return (
    <svg class="map-swatch" viewBox="0 0 24 24" data-tone={tone} data-weight={weight} aria-hidden="true">
      {pattern && (
        <Pattern
          tone={tone}
          pattern={pattern}
          weight={weight}
          id={`legend-${patternId(tone, pattern, weight)}`}
        />
      )}
      <rect x="1" y="1" width="22" height="22" rx="3" />
      {pattern && (
        <rect
          class="over"
          x="1"
          y="1"
          width="22"
          height="22"
          rx="3"
          fill={`url(#legend-${patternId(tone, pattern, weight)})`}
        />
      )}
    </svg>
  )
}

function Shape({
  shape: { path, href, title, tone, weight = 'tint', pattern, isFaded },
}: {
  shape: MapShape
}) {
  return (
    <a href={href} tabindex={-1} data-tone={tone} data-weight={weight} data-faded={isFaded || undefined}>
      <title>{title}</title>
      <path d={path} />
      {pattern && <path class="over" d={path} fill={`url(#${patternId(tone, pattern, weight)})`} />}
    </a>
  )
}

function Patterns({ shapes }: { shapes: readonly MapShape[] }) {
  const used = new Map(
    shapes.flatMap(({ tone, pattern, weight = 'tint' }) =>
      pattern ? [[patternId(tone, pattern, weight), { tone, pattern, weight }] as const] : [],
    ),
  )

  return (
    <defs>
      {[...used].map(([id, look]) => (
        <Pattern id={id} {...look} />
      ))}
    </defs>
  )
}

type PatternProps = Required<Pick<ShapeLook, 'tone' | 'pattern' | 'weight'>> & { id: string }

function Pattern({ id, tone, pattern, weight }: PatternProps) {
  const common = { id, patternUnits: 'userSpaceOnUse', 'data-tone': tone, 'data-weight': weight } as const
  if (pattern === 'dots')
    return (
      <pattern {...common} width="9" height="9">
        <circle cx="4.5" cy="4.5" r="1.5" />
      </pattern>
    )

  return (
    <pattern {...common} width="8" height="8" patternTransform="rotate(45)">
      <path d="M4 0V8" />
    </pattern>
  )
}

const patternId = (tone: Tone, pattern: string, weight: string) => `map-${tone}-${weight}-${pattern}`
