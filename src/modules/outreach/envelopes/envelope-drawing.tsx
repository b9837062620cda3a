import { PlanDrawing } from '#ui/plan-drawing.tsx'
import { type EnvelopeProfile, safeArea, sheetWidth, sweptArea } from './envelope.ts'

/** The envelope seen from its front, the sheet pushed to its top left: what always shows, and what may. */
export function EnvelopeDrawing({ envelope }: { envelope: EnvelopeProfile }) {
  const { name, width, height, window, foldedHeight } = envelope
  const right = window.x + window.width
  const bottom = window.y + window.height

  return (
    <PlanDrawing
      title={`L’enveloppe ${name} de face : ${mm(width)} × ${mm(height)} mm, sa fenêtre, ce qu’elle montre toujours et ce qu’elle peut montrer`}
      width={width}
      height={height}
      shapes={[
        { x: 0, y: 0, width, height, look: 'body' },
        { ...sweptArea(envelope), look: 'forbidden' },
        { ...safeArea(envelope), look: 'allowed', label: 'Toujours visible' },
        { ...window, look: 'hole' },
        { x: 0, y: 0, width: sheetWidth, height: foldedHeight, look: 'sheet' },
      ]}
      lengths={[
        {
          from: [right, window.y + window.height / 2],
          to: [width, window.y + window.height / 2],
          label: mm(width - right),
        },
        {
          from: [window.x + window.width * 0.8, bottom],
          to: [window.x + window.width * 0.8, height],
          label: mm(height - bottom),
        },
        { from: [0, height + 4], to: [width, height + 4], label: `${mm(width)} mm` },
        {
          from: [window.x, window.y - 3],
          to: [right, window.y - 3],
          label: `${mm(window.width)} × ${mm(window.height)}`,
        },
      ]}
    />
  )
}

const mm = (length: number) => length.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
