import type { Child } from 'hono/jsx'
import { type ShapeLook, ShapeMap } from '#ui/shape-map.tsx'
import { communePaths } from '../communes.paths.ts'
import type { CommuneDrawing } from './commune-map.ts'

type CommuneMapProps = {
  /** What the colours show, in one sentence. */
  label: string
  drawing: CommuneDrawing
  /** The colour of a commune, and what is said of it after its name. */
  look: (insee: string) => ShapeLook & { readonly says?: string }
  /** The legend. */
  children?: Child
}

/** The map of a set of communes, each a link to its page; the caller says what the colours mean. */
export function CommuneMap({ label, drawing, look, children }: CommuneMapProps) {
  const { width, height, around, borders, labels } = drawing
  const shapes = drawing.shapes.map(({ insee, name, path }) => {
    const { says, ...colour } = look(insee)
    return { ...colour, path, href: communePaths.show(insee), title: says ? `${name} : ${says}` : name }
  })

  return <ShapeMap {...{ label, width, height, shapes, around, borders, labels }}>{children}</ShapeMap>
}
