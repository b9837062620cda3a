import type { Child } from 'hono/jsx'
import { Banner } from './banner.tsx'
import { WordMark } from './belfry.tsx'
import { Document, type DocumentProps, LivePage } from './document.tsx'
import type { NavigationEntry } from './navigation.tsx'

/** What a public page is set in; `links` end with the way to sign in. */
export type PublicProps = DocumentProps & {
  links?: readonly NavigationEntry[]
  banner?: string
  footer?: Child
}

/** The page of everyone: generous, one column, no script. */
export function PublicLayout(props: PublicProps & { children?: Child }) {
  const {
    links = [{ label: 'Se connecter', href: '/connexion' }],
    banner,
    footer,
    children,
    ...document
  } = props

  return (
    <Document {...document}>
      <a class="skip-link" href="#contenu">
        Aller au contenu
      </a>
      {banner && <Banner text={banner} />}
      <header class="chrome">
        <div>
          <WordMark />
          <nav class="public-links" aria-label="Navigation principale">
            {links.map(({ label, href, current }) => (
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <div class="public">
        <main id="contenu" tabindex={-1}>
          {children}
          {props.refreshSeconds && <LivePage seconds={props.refreshSeconds} />}
        </main>
      </div>
      {footer && <footer class="page-footer">{footer}</footer>}
    </Document>
  )
}
