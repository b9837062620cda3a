import { raw } from 'hono/html'
import {
  cataloguePaths,
  descriptionHtml,
  type LicenceDrift,
  licenceWarningWords,
  NeighbourLines,
  softwarePaths,
  sourceOf,
  usagePaths,
} from '#modules/catalogue/index.ts'
import { HelperList, quotePaths, serviceKindNames, serviceKinds } from '#modules/companies/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Prose, Section } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { LinkChips } from '#ui/link-chips.tsx'
import { ScreenOnly } from '#ui/media-only.tsx'
import { Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { parseWebAddress } from '#values/web-address.ts'
import { withWords } from '#values/with-words.ts'
import { directoryPaths } from '../directory.paths.ts'
import { capital, FitTag } from '../needs/fit-tag.tsx'
import { paperPaths } from '../paper/paper.paths.ts'
import { type PlaceRead, placeOf } from '../place/place.ts'
import { PlaceChoice } from '../place/place-choice.tsx'
import { attributeName, tristateWords } from './attribute-words.ts'
import { healthOf } from './health.ts'
import { Provenance } from './provenance.tsx'
import type { ShownSheet } from './show-software.action.ts'
import { developmentWords, freedomOf, platformWords } from './software-words.ts'

export type SoftwarePageProps = {
  readonly shown: ShownSheet
  readonly read: PlaceRead
  readonly at: Date
  readonly canEdit: boolean
}

/** A software for a town hall: what it is for, who uses it near here, who helps, what it replaces, its limits; on one A4. */
export function SoftwarePage({ shown, read, at, canEdit }: SoftwarePageProps) {
  const { software, kind, needs, neighbours, helpers, replaced } = shown
  const place = placeOf(read)
  const path = directoryPaths.software(software.slug)
  const commune = place?.insee
  const [need] = needs

  return (
    <>
      {software.isFree === false && (
        <Notice kind="warning" title="Ce logiciel n’est pas libre, ou ne l’est plus">
          Sa licence restreint l’usage, le partage ou la modification. Il reste ici pour que cela se sache.
        </Notice>
      )}
      {shown.drift && <Drift {...shown.drift} />}
      <Hero title={software.name} lede={software.summary ?? undefined}>
        {!software.summary && <p class="soft">Aucune source ne dit encore en une phrase à quoi il sert.</p>}
        <p class="tags">
          <Tag {...freedomOf(software)} /> {healthTags(shown, at)}
        </p>
        <PlaceChoice read={read} path={path} words={{ kind }} />
      </Hero>
      {software.description && (
        <Section title="En quelques mots">
          <Prose>{raw(descriptionHtml(software.description))}</Prose>
        </Section>
      )}
      <Section title="À quoi il répond">
        {needs.length === 0 ? (
          <p>Personne n’a encore dit à quel besoin de mairie il répond.</p>
        ) : (
          <ul class="line-list">
            {needs.map(({ need: slug, label, fit }) => (
              <li>
                <a href={directoryPaths.need(slug, { commune })}>{label}</a> <FitTag fit={fit} />
                {fit.level === 'part' && ` ${capital(typo(fit.missing))}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={place ? 'Qui s’en sert près de chez vous' : 'Qui s’en sert'}>
        <NeighbourLines neighbours={neighbours} softwareSlug={software.slug} />
        <ScreenOnly>
          <p>
            <a href={usagePaths.declare({ software: software.slug, commune })}>
              Déclarer que notre commune l’utilise
            </a>
          </p>
        </ScreenOnly>
      </Section>
      <Section title="Qui installe, héberge, forme ou opère" id="aide">
        <ScreenOnly>
          <LinkChips
            label="Genre d’aide"
            links={[undefined, ...serviceKinds].map((one) => ({
              label: one ? serviceKindNames[one] : 'Tout',
              href: `${withWords(path, { commune, kind: one })}#aide`,
              current: one === kind,
            }))}
          />
        </ScreenOnly>
        <HelperList listed={helpers} />
        {need && (
          <ButtonLink kind="main" href={quotePaths.new({ need: need.need, insee: commune })}>
            Préparer la demande de devis
          </ButtonLink>
        )}
      </Section>
      {(replaced.length > 0 || software.replaces.length > 0) && (
        <Section title="Ce qu’il remplace souvent">
          {replaced.length > 0 && (
            <LinkChips
              label="Produits remplacés"
              links={replaced.map(({ slug, name }) => ({ label: name, href: cataloguePaths.product(slug) }))}
            />
          )}
          {software.replaces.length > 0 && (
            <p>{typo(`Selon une source, il peut aussi remplacer : ${software.replaces.join(', ')}.`)}</p>
          )}
        </Section>
      )}
      <Section title="Ses limites">
        {software.limits.length === 0 ? (
          <p>Aucune limite n’est connue de nos sources. Demandez à une commune qui s’en sert.</p>
        ) : (
          <ul>
            {software.limits.map((limit) => (
              <li>{typo(limit)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Facts {...shown} />
      <Health {...shown} at={at} />
      <Section title="D’où viennent ces informations">
        <p>{typo(`Fiche du ${date(software.updatedAt)}. ${attributionOf(shown)}`)}</p>
        <ScreenOnly>
          <Provenance origins={software.origins} />
          <p class="actions">
            <ButtonLink icon="print" href={paperPaths.sheet(software.slug, commune)}>
              Imprimer la fiche (PDF)
            </ButtonLink>
            <a href={softwarePaths.history(software.slug)}>Voir l’historique de la fiche</a>{' '}
            <a href={softwarePaths.sources()}>Voir toutes les sources et leurs licences</a>{' '}
            {canEdit && <a href={softwarePaths.edit(software.slug)}>Modifier la fiche</a>}
          </p>
        </ScreenOnly>
      </Section>
    </>
  )
}

/** A licence that is no longer what it was, with who said what and when. */
const Drift = ({ kind, before, after }: LicenceDrift) => (
  <Notice kind="warning" title={kind === 'no-longer-free' ? 'Il a été libre' : 'Sa licence a changé'}>
    {`${[before, after].map(({ source, licenceRaw, at: day }) => `${sourceOf(source).name}, ${date(day)} : ${licenceRaw}`).join('. ')}.`}
  </Notice>
)

const healthTags = ({ software }: ShownSheet, at: Date) =>
  healthOf(software, at).map(({ label, tone }) => <Tag label={label} tone={tone} />)

function Facts({ software, licence }: Pick<ShownSheet, 'software' | 'licence'>) {
  const origin = (field: string) => {
    const said = software.origins[field]
    return said && { source: sourceOf(said.source).name, date: said.at ? new Date(said.at) : undefined }
  }
  const links = [
    ['Site', 'website', software.website],
    ['Documentation', 'documentation', software.documentation],
    ['Dépôt du code', 'repository', software.repository],
  ] as const

  return (
    <Section title="Pour en savoir plus">
      <DataList>
        <Datum label="Licence" {...origin('licenceRaw')}>
          {software.licenceSpdx ?? software.licenceRaw ?? 'Non connue'}
          {licence.warnings.map((warning) => (
            <span class="lines">{typo(licenceWarningWords[warning])}</span>
          ))}
        </Datum>
        {software.platforms.length > 0 && (
          <Datum label="Fonctionne sur" {...origin('platforms')}>
            {platformWords(software.platforms)}
          </Datum>
        )}
        {software.developmentStatus && (
          <Datum label="Avancement" {...origin('developmentStatus')}>
            {developmentWords[software.developmentStatus] ?? software.developmentStatus}
          </Datum>
        )}
        {software.version && (
          <Datum label="Version connue" {...origin('version')}>
            {software.version}
            {software.releasedOn && `, du ${date(new Date(software.releasedOn))}`}
          </Datum>
        )}
        {links.flatMap(([label, field, address]) =>
          address ? (
            <Datum label={label} {...origin(field)}>
              <WebLink address={address} />
            </Datum>
          ) : (
            []
          ),
        )}
        {Object.entries(software.attributes).map(([word, value]) => (
          <Datum label={attributeName(word)} {...origin(`attributes.${word}`)}>
            {tristateWords[value]}
          </Datum>
        ))}
      </DataList>
    </Section>
  )
}

/** An address of the web as a link; anything else stays the text that it is. */
function WebLink({ address }: { address: string }) {
  const read = parseWebAddress(address)
  return read.ok ? (
    <a href={read.value} rel="noopener">
      {address}
    </a>
  ) : (
    <span>{address}</span>
  )
}

function Health({ software, at }: ShownSheet & { at: Date }) {
  const facts = healthOf(software, at)
  if (facts.length === 0) return null

  return (
    <details class="screen-only">
      <summary>Comment sa santé est jugée</summary>
      <ul>
        {facts.map(({ label, why }) => (
          <li>
            <strong>{label}</strong>
            {typo(` : ${why}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Whom the words of the sheet come from, under which licence. */
function attributionOf({ software }: ShownSheet) {
  const said = [...new Set(Object.values(software.origins).map(({ source }) => source))].map(sourceOf)
  return said.map(({ attribution, licence }) => `${attribution} (${licence})`).join(' ; ')
}
