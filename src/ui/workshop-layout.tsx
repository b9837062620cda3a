import type { Child } from 'hono/jsx'
import { Banner } from './banner.tsx'
import { WordMark } from './belfry.tsx'
import { Document, type DocumentProps, LivePage } from './document.tsx'
import { GoTo, type GoToProps } from './go-to.tsx'
import { Icon } from './icon.tsx'
import { kept } from './kept.tsx'
import { Breadcrumb, type Crumb, type NavigationEntry, Rail } from './navigation.tsx'
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx'
import { ThemeSwitch, type ThemeSwitchProps } from './theme-switch.tsx'

/** What a page of the workshop is set in. `banner` is said at the top of every page; `wide` gives the page the whole screen. */
export type WorkshopProps = DocumentProps & {
  navigation: readonly NavigationEntry[]
  goTo?: GoToProps
  person?: PersonMenuProps
  themeSwitch?: ThemeSwitchProps
  breadcrumb?: readonly Crumb[]
  banner?: string
  wide?: boolean
  footer?: Child
}

/** The page of people at work: header, rail, content, footer. */
export function WorkshopLayout(props: WorkshopProps & { children?: Child }) {
  const {
    navigation,
    goTo,
    person,
    themeSwitch,
    breadcrumb = [],
    banner,
    wide,
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
      {chrome({ goTo, person, themeSwitch, theme: props.theme })}
      <div class="workshop" data-wide={wide}>
        {rail({ entries: navigation })}
        <main id="contenu" tabindex={-1}>
          {breadcrumb.length > 0 && <Breadcrumb crumbs={breadcrumb} />}
          {children}
          {props.refreshSeconds && <LivePage seconds={props.refreshSeconds} />}
        </main>
      </div>
      {footer && <footer class="page-footer">{footer}</footer>}
    </Document>
  )
}

type ChromeProps = Pick<WorkshopProps, 'goTo' | 'person' | 'themeSwitch' | 'theme'>

function Chrome({ goTo, person, themeSwitch, theme }: ChromeProps) {
  const switchTheme = themeSwitch && <ThemeSwitch {...themeSwitch} current={theme} />

  return (
    <header class="chrome">
      <div>
        <WordMark />
        {goTo && <GoTo {...goTo} />}
        {person && <PersonMenu {...person} themeSwitch={switchTheme} />}
        <button type="button" class="rail-button" popovertarget="rail">
          <Icon name="menu" />
          Menu
        </button>
      </div>
    </header>
  )
}

// The same on every page of a person: written once.
const chrome = kept(Chrome)
const rail = kept(Rail)
