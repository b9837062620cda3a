import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { faviconHref, stylesheetHref } from './assets.ts'
import { typo } from './french.ts'

/** What every page says of itself, whoever it is for. */
export type DocumentProps = {
  title: string
  theme?: ThemeChoice
  /** Asks the browser to read the page again after so many seconds, while long work goes on. */
  refreshSeconds?: number
  description?: string
  scripts?: readonly string[]
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
          {props.refreshSeconds && <meta http-equiv="refresh" content={String(props.refreshSeconds)} />}
          <link rel="stylesheet" href={stylesheetHref} />
          <link rel="icon" type="image/svg+xml" href={faviconHref} />
          {props.scripts?.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body>{props.children}</body>
      </html>
    </>
  )
}
