import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visitor } from '#values/visitor.ts'
import type { Database } from '../database/database.ts'
import type { World } from '../world.ts'

/** What every request carries: the world, its database, and who asks. */
export type Env = { Variables: { world: World; db: Database; visitor: Visitor } }

/** What a page says of itself to the layout around it. */
export type PageFrame = {
  readonly title: string
  /** Reloads the page by itself while long work goes on. */
  readonly refreshSeconds?: number
  /** The public face even for a member, for pages that a town hall sees. */
  readonly face?: 'public'
  /** The whole width of the screen, for a map beside its list. */
  readonly wide?: boolean
  /** Where the page is, from the top; the page itself, last, has no address. */
  readonly breadcrumb?: readonly { readonly label: string; readonly href?: string }[]
}

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: an interface can be merged, a type cannot
    (content: Child, frame: PageFrame): Response | Promise<Response>
  }
}

/** A module's web surface: an empty Hono application that knows what a request carries. */
export const app = () => new Hono<Env>()
