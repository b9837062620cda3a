import { organisationPaths } from '#modules/organisations/index.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { KeyFigures } from '#ui/figure.tsx'
import { Form } from '#ui/form.tsx'
import { date, dateTime, number, plural } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { programmePaths } from './programme.paths.ts'

type PartnerCard = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly postalAddress: string
  readonly email: string | null
  readonly phone: string | null
  readonly dpoEmail: string | null
}

type Part = {
  readonly siren: string | null
  readonly name: string | null
  readonly communes: number
  readonly population: number
}

export type ChangeRow = {
  readonly id: string
  readonly kind: 'added' | 'removed'
  readonly communes: number
  readonly names: string
  readonly at: Date
  readonly byWhom: string
  readonly canBeUndone: boolean
}

export type ProgrammeProps = {
  readonly name: string
  readonly foundedAt: Date
  readonly foundedBy: string
  readonly partners: readonly PartnerCard[]
  readonly parts: readonly Part[]
  readonly changes: readonly ChangeRow[]
  readonly mayChange: boolean
  readonly notice?: string
}

/** The programme: who carries it, which communes it addresses, how its perimeter changed. */
export function ProgrammePage(props: ProgrammeProps) {
  const { name, foundedAt, foundedBy, partners, parts, changes, mayChange, notice } = props
  const communes = parts.reduce((sum, part) => sum + part.communes, 0)
  const population = parts.reduce((sum, part) => sum + part.population, 0)

  return (
    <>
      <PageHeader title={name} lede={`Fondé le ${date(foundedAt)} par ${foundedBy}.`} />
      {notice && <Notice kind="success">{notice}</Notice>}
      <Section title="Les partenaires">
        <Grid>
          {partners.map((partner) => (
            <PartnerCardView {...partner} />
          ))}
        </Grid>
      </Section>
      <Section
        title="Le périmètre"
        id="perimetre"
        actions={
          <>
            {mayChange && (
              <ButtonLink href={programmePaths.perimeter()} kind="main">
                Changer le périmètre
              </ButtonLink>
            )}
            <ButtonLink href={programmePaths.export()} icon="download" download>
              CSV
            </ButtonLink>
          </>
        }
      >
        <KeyFigures
          figures={[
            { value: number(communes), label: communes < 2 ? 'commune' : 'communes', href: '/territory' },
            { value: number(population), label: 'habitants' },
            {
              value: number(parts.length),
              label: parts.length < 2 ? 'intercommunalité' : 'intercommunalités',
            },
          ]}
        />
        {communes === 0 ? (
          <EmptyState
            title="Le périmètre est vide."
            action={
              mayChange ? { label: 'Ajouter des communes', href: programmePaths.perimeter() } : undefined
            }
          >
            Sans commune, le programme n’écrit à personne.
          </EmptyState>
        ) : (
          <Parts parts={parts} />
        )}
      </Section>
      {changes.length > 0 && <Changes changes={changes} mayChange={mayChange} />}
    </>
  )
}

const PartnerCardView = ({ id, kind, name, postalAddress, email, phone, dpoEmail }: PartnerCard) => (
  <Card title={name}>
    <p class="soft">{kind}</p>
    <DataList compact>
      <Datum label="Adresse">{postalAddress && <span class="lines">{postalAddress}</span>}</Datum>
      {email && <Datum label="Courriel">{email}</Datum>}
      {phone && <Datum label="Téléphone">{phone}</Datum>}
      {dpoEmail && <Datum label="Protection des données">{dpoEmail}</Datum>}
    </DataList>
    <p>
      <a href={organisationPaths.show(id)}>Voir ses coordonnées</a>
    </p>
  </Card>
)

const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <DataTable
    caption="Le périmètre par intercommunalité"
    captionHidden
    rows={parts}
    columns={[
      {
        label: 'Intercommunalité',
        header: true,
        cell: ({ siren, name }) =>
          siren ? <a href={`/territory?epci=${siren}`}>{name}</a> : 'Sans intercommunalité',
      },
      { label: 'Communes', numeric: true, cell: ({ communes }) => number(communes) },
      { label: 'Habitants', numeric: true, cell: ({ population }) => number(population) },
    ]}
  />
)

const Changes = ({ changes, mayChange }: { changes: readonly ChangeRow[]; mayChange: boolean }) => (
  <Section title="Les changements du périmètre">
    <DataTable
      caption="Les changements du périmètre, le plus récent d’abord"
      captionHidden
      rows={changes}
      columns={[
        { label: 'Quand', header: true, cell: ({ at }) => dateTime(at) },
        {
          label: 'Quoi',
          cell: ({ kind, communes, names }) =>
            `${plural(communes, 'commune', 'communes')} ${kind === 'added' ? 'ajoutées' : 'retirées'} : ${names}`,
        },
        { label: 'Par', cell: ({ byWhom }) => byWhom },
        {
          label: 'Revenir',
          cell: ({ id, canBeUndone }) =>
            canBeUndone && mayChange ? (
              <Form action={programmePaths.undo(id)}>
                <Button kind="quiet">Annuler ce changement</Button>
              </Form>
            ) : (
              ''
            ),
        },
      ]}
    />
  </Section>
)
