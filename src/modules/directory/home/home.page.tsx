import { audienceNames, audiences, cataloguePaths } from '#modules/catalogue/index.ts'
import { companyPaths } from '#modules/companies/index.ts'
import { replyPaths } from '#modules/contacts/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { TextField } from '#ui/field.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { number, plural, typo } from '#ui/french.ts'
import { LinkChips } from '#ui/link-chips.tsx'
import { Hero } from '#ui/page-header.tsx'
import { withWords } from '#values/with-words.ts'
import { directoryPaths } from '../directory.paths.ts'
import { NeedSearch } from '../finding/need-search.tsx'
import type { Place } from '../place/place.ts'
import type { ServiceOfTownHall, Sizes } from './home.queries.ts'

export type HomeProps = {
  readonly programme?: string
  readonly partners: readonly string[]
  readonly sizes: Sizes
  readonly services: readonly ServiceOfTownHall[]
  readonly place?: Place
}

/** The first page of everybody: the field that understands a need, then every other way in. */
export function HomePage({ programme, partners, sizes, services, place }: HomeProps) {
  return (
    <>
      <Hero
        title="De quoi votre mairie a-t-elle besoin ?"
        lede="Dites-le avec vos mots. Beffroi répond par les logiciels libres qui conviennent, les communes qui s’en servent, et ceux qui peuvent vous aider ici."
      >
        <NeedSearch place={place} large />
        <Examples place={place} />
      </Hero>
      <Letter />
      <Section title="Pour qui ?">
        <Grid>
          {audiences.map((audience) => (
            <Card title={audienceNames[audience]}>
              <p>{typo(audienceWords[audience])}</p>
              <p>
                <a
                  href={withWords(cataloguePaths.needs(), { audience })}
                >{`Voir ces besoins${' : '}${audienceNames[audience]}`}</a>
              </p>
            </Card>
          ))}
        </Grid>
      </Section>
      {services.length > 0 && <Services services={services} />}
      <Section title="Les annuaires">
        <KeyFigures
          figures={[
            { value: number(sizes.needs), label: 'besoins de mairie', href: cataloguePaths.needs() },
            { value: number(sizes.software), label: 'logiciels libres', href: cataloguePaths.softwareList() },
            { value: number(sizes.companies), label: 'entreprises recensées', href: companyPaths.list() },
          ]}
        />
        <p>
          {typo(
            'Aucune place ne s’achète : l’ordre des entreprises se calcule, et chacun peut le refaire. Chaque usage est confirmé par la mairie elle-même, daté, et s’efface s’il vieillit.',
          )}{' '}
          <a href={companyPaths.order()}>Comment l’ordre est calculé</a>
        </p>
      </Section>
      <Section title={programme ?? 'Un partenariat public'}>
        <p>
          {partners.length > 0
            ? `${partners.join(' et ')} portent ensemble ce programme.`
            : 'Un service public, une association et des entreprises, chacun pour ce qu’il sait faire.'}
        </p>
        <p>
          <ButtonLink href="/sign-in">Entrer dans l’atelier</ButtonLink>
        </p>
      </Section>
    </>
  )
}

const examples = [
  'il nous faut un serveur de fichiers',
  'remplacer Publisher',
  'cimetière',
  'alternative à Quartz pour l’école',
  'prendre rendez-vous en ligne',
]

const Examples = ({ place }: { place?: Place }) => (
  <LinkChips
    label="Exemples de besoins"
    links={examples.map((q) => ({
      label: typo(`« ${q} »`),
      href: directoryPaths.find({ q, commune: place?.insee }),
    }))}
  />
)

const audienceWords = {
  'town-hall': 'L’état civil, les élections, l’urbanisme, les finances : les métiers de la mairie.',
  staff: 'Le poste de travail, les documents, le courriel, les fichiers partagés.',
  citizens: 'Le site de la commune, les démarches en ligne, la participation.',
  schools: 'La classe, les tablettes, l’espace numérique de l’école.',
} as const

const Letter = () => (
  <Card title="Vous avez reçu une lettre ?">
    <form class="search-field" action={replyPaths.type()} method="get">
      <TextField
        name="code"
        label="Code de réponse"
        hint="Dix lettres et chiffres, imprimés en bas de la lettre ou du courriel. Sans compte, en une minute."
        autocomplete="off"
        maxlength={40}
      />
      <Button>Répondre à la lettre</Button>
    </form>
  </Card>
)

const Services = ({ services }: Pick<HomeProps, 'services'>) => (
  <Section title="Les services de la mairie">
    <LinkChips
      label="Services de la mairie"
      links={services.map(({ service, needs }) => ({
        label: (
          <>
            {service} <small>{plural(needs, 'besoin', 'besoins')}</small>
          </>
        ),
        href: withWords(cataloguePaths.needs(), { service }),
      }))}
    />
  </Section>
)
