import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { faviconHref, livePageHref, stylesheetHref } from './assets.ts'
import { typo } from './french.ts'

/** What every page says of itself, whoever it is for. */
export type DocumentProps = {
  title: string
  theme?: ThemeChoice
  /** Shows the page's own news after so many seconds, again and again, while long work goes on; a comfort of script. */
  refreshSeconds?: number
  description?: string
  scripts?: readonly string[]
  /** The same page as files, for machines. */
  alternates?: readonly { readonly type: string; readonly href: string }[]
}

export type ThemeChoice = 'auto' | 'light' | 'dark'

/** The whole HTML document around a page's body. */
export function Document(props: DocumentProps & { children?: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="fr" data-theme={props.theme === 'auto' ? undefined : props.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${typo(props.title)} · Beffroi`}</title>
          {props.description && <meta name="description" content={props.description} />}
          <link rel="stylesheet" href={stylesheetHref} />
          <link rel="icon" type="image/svg+xml" href={faviconHref} />
          {props.alternates?.map(({ type, href }) => (
            <link rel="alternate" type={type} href={href} />
          ))}
          {props.refreshSeconds && <script type="module" src={livePageHref} />}
          {props.scripts?.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body>{props.children}</body>
      </html>
    </>
  )
}

/** Stands in the part of the page that is shown anew; without script, the link reads the page again. */
export const LivePage = ({ seconds }: { seconds: number }) => (
  <live-page seconds={String(seconds)}>
    <noscript>
      <a href="?">Actualiser cette page</a>
    </noscript>
  </live-page>
)

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'live-page': { seconds: string; children?: Child }
    }
  }
}
