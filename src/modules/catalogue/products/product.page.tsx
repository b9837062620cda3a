import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { plural, typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { OptionCards } from '#ui/option-cards.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { cataloguePaths } from '../catalogue.paths.ts'
import type { AnsweredNeed, MeetingSoftware, ShownProduct } from './products.queries.ts'

/** « Ce produit, par quoi le remplacer » : the needs it serves, and what meets each of them. */
export function ProductPage({ product }: { readonly product: ShownProduct }) {
  const { name, vendor, aliases, needs, source } = product
  const answered = needs.filter(({ software }) => software.length > 0).length

  return (
    <>
      <Hero title={`Remplacer ${name}`} lede={ledeOf(needs.length, answered)} />
      {(vendor || aliases.length > 0) && (
        <p class="soft">
          {typo(
            [vendor && `Éditeur : ${vendor}.`, aliases.length > 0 && `On dit aussi : ${aliases.join(', ')}.`]
              .filter(Boolean)
              .join(' '),
          )}
        </p>
      )}
      {needs.map((need) => (
        <NeedCard need={need} />
      ))}
      <section class="section">
        <h2>Comment cette page est faite</h2>
        <p>
          {typo(
            'Nous ne disons jamais « ceci vaut cela » : un produit sert à des besoins, et des logiciels libres répondent à ces besoins, entièrement ou en partie. Les noms de produits appartiennent à leurs éditeurs ; ils sont cités pour que chacun s’y retrouve.',
          )}{' '}
          <span class="soft">{typo(`Source : ${source}.`)}</span>
        </p>
        <p>
          <a href={cataloguePaths.products()}>Tous les produits</a>
        </p>
      </section>
    </>
  )
}

function ledeOf(needs: number, answered: number) {
  if (needs === 0) return 'Nous ne savons pas encore à quoi ce produit sert dans une mairie.'
  const served = `À la mairie, il sert à ${plural(needs, 'besoin', 'besoins')}.`
  if (answered === 0) return `${served} Nous ne connaissons de logiciel libre pour aucun.`
  if (answered === needs)
    return `${served} Des logiciels libres y répondent${needs > 1 ? ', pour chacun' : ''}.`

  return `${served} Des logiciels libres répondent à ${answered} d’entre eux ; pour ${needs - answered}, nous n’en connaissons pas.`
}

const NeedCard = ({ need }: { need: AnsweredNeed }) => (
  <Card
    title={need.label}
    actions={
      <ButtonLink href={cataloguePaths.need(need.slug)}>Voir qui l’utilise et qui l’installe</ButtonLink>
    }
  >
    <p>{typo(need.summary)}</p>
    {need.software.length === 0 ? (
      <Notice title="Nous ne connaissons pas de logiciel libre pour ce besoin">{need.advice}</Notice>
    ) : (
      <OptionCards options={need.software.map(answerOf)} />
    )}
    {need.software.length > 0 && need.advice && <p class="soft">{typo(need.advice)}</p>}
  </Card>
)

const answerOf = ({ slug, name, summary, fit }: MeetingSoftware) => ({
  title: name,
  href: cataloguePaths.software(slug),
  tag:
    fit.level === 'full' ? (
      <Tag tone="teal" label="Répond entièrement" />
    ) : (
      <Tag tone="ochre" label="Répond en partie" />
    ),
  text: summary,
  note: fit.level === 'part' ? capital(fit.missing) : undefined,
})

const capital = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
