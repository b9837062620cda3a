import { cataloguePaths, LockLines, lockPaths, needPaths, usagePaths } from '#modules/catalogue/index.ts'
import { HelperList, quotePaths, serviceKindNames, serviceKinds } from '#modules/companies/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { date, typo } from '#ui/french.ts'
import { LinkChips } from '#ui/link-chips.tsx'
import { ScreenOnly } from '#ui/media-only.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { withWords } from '#values/with-words.ts'
import { directoryPaths } from '../directory.paths.ts'
import type { Beside } from '../finding/find.ts'
import { NeedSearch } from '../finding/need-search.tsx'
import { paperPaths } from '../paper/paper.paths.ts'
import { type PlaceRead, placeOf } from '../place/place.ts'
import { PlaceChoice } from '../place/place-choice.tsx'
import type { NeedAnswer } from './answer-need.action.ts'
import { SoftwareAnswers } from './software-answers.tsx'

export type NeedPageProps = {
  readonly answer: NeedAnswer
  readonly read: PlaceRead
  /** The day of what is shown. */
  readonly at: Date
  readonly canEdit: boolean
  /** What was typed, when the page answers a search, and what else it may have meant. */
  readonly q?: string
  readonly others?: readonly Beside[]
}

/** The whole answer to a need, on one page that prints: software, communes, helpers, what may block, a request for quotes. */
export function NeedPage({ answer, read, at, canEdit, q, others = [] }: NeedPageProps) {
  const { need, kind, told, helpers, locks, products } = answer
  const place = placeOf(read)
  const path = q === undefined ? directoryPaths.need(need.slug) : directoryPaths.find()
  const words = { q }
  const here = { ...words, commune: place?.insee }

  return (
    <>
      <NeedSearch q={q} place={place} />
      <Hero title={need.label} lede={need.summary}>
        <p class="eyebrow">
          <a href={withWords(cataloguePaths.needs(), { service: need.service })}>{need.service}</a>
        </p>
        {others.length > 0 && <Others others={others} commune={place?.insee} />}
        <PlaceChoice read={read} path={path} words={{ ...words, kind }} />
      </Hero>
      <Section
        title="Les logiciels libres qui répondent"
        actions={told.length > 0 && <PrintSheets need={need.slug} commune={place?.insee} />}
      >
        {told.length > 0 ? <SoftwareAnswers {...answer} place={place} /> : <NoSoftware />}
      </Section>
      <Section title="Qui installe, héberge, forme ou opère" id="aide">
        <ScreenOnly>
          <LinkChips
            label="Genre d’aide"
            links={[undefined, ...serviceKinds].map((one) => ({
              label: one ? serviceKindNames[one] : 'Tout',
              href: `${withWords(path, { ...here, kind: one })}#aide`,
              current: one === kind,
            }))}
          />
        </ScreenOnly>
        <HelperList listed={helpers} />
      </Section>
      <Section title="Ce qui pourrait vous bloquer">
        {locks.length > 0 ? (
          <LockLines locks={locks} names={namesOf(answer)} />
        ) : (
          <p>{typo('Aucune commune n’a signalé de programme qui bloque pour ce besoin.')}</p>
        )}
        <p>
          <a href={lockPaths.declare({ commune: place?.insee })}>Dire ce qui bloque votre mairie</a>
          {' · '}
          <a href={usagePaths.declare({ commune: place?.insee })}>Dire ce qu’elle utilise</a>
        </p>
      </Section>
      {products.length > 0 && (
        <Section title="Ce que cela remplace souvent">
          <LinkChips
            label="Produits remplacés"
            links={products.map(({ slug, name, vendor }) => ({
              label: (
                <>
                  {name} {vendor && <small>{vendor}</small>}
                </>
              ),
              href: cataloguePaths.product(slug),
            }))}
          />
        </Section>
      )}
      <Section title="Demander des devis">
        <p>
          {typo(
            'Le même texte part à plusieurs entreprises, avec la même date de réponse. Vous le relisez avant tout envoi, et personne d’autre ne choisit à votre place.',
          )}
        </p>
        <ButtonLink kind="main" href={quotePaths.new({ need: need.slug, insee: place?.insee })}>
          Préparer la demande de devis
        </ButtonLink>
      </Section>
      <p class="soft">
        {typo(
          `Page du ${date(at)}. Les usages sont confirmés par les mairies, les services sont dits par les entreprises.`,
        )}
      </p>
      {canEdit && (
        <ScreenOnly>
          <a href={needPaths.edit(need.slug)}>Modifier ce besoin</a>
        </ScreenOnly>
      )}
    </>
  )
}

const Others = ({ others, commune }: { others: readonly Beside[]; commune?: string }) => (
  <ScreenOnly>
    <p>{typo('Vous cherchiez peut-être :')}</p>
    <LinkChips
      label="Besoins voisins"
      links={others.map(({ slug, label }) => ({ label, href: directoryPaths.need(slug, { commune }) }))}
    />
  </ScreenOnly>
)

const NoSoftware = () => (
  <EmptyState
    title="Aucun logiciel libre de l’annuaire ne répond encore à ce besoin"
    action={{ label: 'Voir tous les logiciels', href: cataloguePaths.softwareList() }}
  >
    Ceux qui peuvent aider sont ci-dessous : ils en connaissent peut-être un.
  </EmptyState>
)

const namesOf = ({ told, others }: NeedAnswer) =>
  new Map([...told, ...others].map(({ id, name }) => [id, name] as const))

const PrintSheets = ({ need, commune }: { need: string; commune?: string }) => (
  <ScreenOnly>
    <ButtonLink href={paperPaths.binder({ need, commune })} icon="print">
      Imprimer leurs fiches
    </ButtonLink>
  </ScreenOnly>
)
