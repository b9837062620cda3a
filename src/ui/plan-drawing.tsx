import { typo } from './french.ts'

/** A rectangle of a drawing made to scale, in millimetres; its label is written inside, at its top left. */
export type PlanShape = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly look: 'body' | 'sheet' | 'hole' | 'allowed' | 'forbidden'
  readonly label?: string
}

/** A length measured between two points, with the words that say it. */
export type PlanLength = {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly label: string
}

type PlanProps = {
  /** What is drawn, for who does not see it. */
  readonly title: string
  readonly caption?: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly PlanShape[]
  readonly lengths?: readonly PlanLength[]
}

const around = 8

/** Things in their true proportions, with their measures. */
export function PlanDrawing({ title, caption, width, height, shapes, lengths = [] }: PlanProps) {
  return (
    <figure class="plan-drawing">
      <svg
        viewBox={`${-around} ${-around} ${width + 2 * around} ${height + 2 * around}`}
        role="img"
        aria-label={typo(title)}
      >
        {shapes.map(({ x, y, width: across, height: down, look, label }) => (
          <>
            <rect x={x} y={y} width={across} height={down} data-look={look} />
            {label && (
              <text x={x + 2} y={y + 6} data-in>
                {typo(label)}
              </text>
            )}
          </>
        ))}
        {lengths.map((length) => (
          <Length {...length} />
        ))}
      </svg>
      {caption && <figcaption>{typo(caption)}</figcaption>}
    </figure>
  )
}

function Length({ from, to, label }: PlanLength) {
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const isUpright = from[0] === to[0]

  return (
    <>
      <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />
      {isUpright ? (
        <text x={x + 1.5} y={y + 2}>
          {typo(label)}
        </text>
      ) : (
        <text x={x} y={y - 1.5} text-anchor="middle">
          {typo(label)}
        </text>
      )}
    </>
  )
}
