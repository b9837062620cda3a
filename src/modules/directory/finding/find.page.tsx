import { cataloguePaths } from '#modules/catalogue/index.ts'
import { replyPaths } from '#modules/contacts/index.ts'
import { Section } from '#ui/card.tsx'
import { LinkChips } from '#ui/link-chips.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { withWords } from '#values/with-words.ts'
import type { ServiceOfTownHall } from '../home/home.queries.ts'
import type { Place } from '../place/place.ts'
import { NeedSearch } from './need-search.tsx'

type FindPageProps = {
  readonly q: string
  readonly services: readonly ServiceOfTownHall[]
  readonly place?: Place
}

/** The page of a question that was not understood, or not yet asked: never an end, always another way. */
export function FindPage({ q, services, place }: FindPageProps) {
  return (
    <>
      <Hero
        title={q === '' ? 'Dites votre besoin' : 'Ce besoin n’est pas encore compris'}
        lede="Avec vos mots, en quelques-uns : ce que vous voulez faire, ou le logiciel que vous voulez remplacer."
      >
        <NeedSearch q={q} place={place} large />
      </Hero>
      {q !== '' && (
        <EmptyState
          title={`Rien ne répond à « ${q} »`}
          action={{ label: 'Voir tous les besoins', href: cataloguePaths.needs() }}
        >
          Ces mots sont gardés, sans dire de qui ils viennent : une personne les lira pour compléter
          l’annuaire. Essayez le nom du travail à faire, ou choisissez un service ci-dessous.
        </EmptyState>
      )}
      <Section title="Par service de la mairie">
        <LinkChips
          label="Services de la mairie"
          links={services.map(({ service }) => ({
            label: service,
            href: withWords(cataloguePaths.needs(), { service }),
          }))}
        />
      </Section>
      <Section title="Dire votre besoin à quelqu’un">
        <p>
          {'Votre mairie a reçu une lettre du partenariat ? '}
          <a href={replyPaths.type()}>Répondez avec son code</a>
          {' : dites votre besoin, ou demandez qu’on vous rappelle.'}
        </p>
      </Section>
    </>
  )
}
