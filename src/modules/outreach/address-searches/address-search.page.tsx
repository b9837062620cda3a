import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { formatPhone } from '#values/phone.ts'
import { deliveryPaths } from '../deliveries/deliveries.paths.ts'
import { foundKindNames, searchChannelNames, searchEndingNames } from './address-search.ts'
import { addressSearchPaths } from './address-searches.paths.ts'
import type { SearchRow } from './address-searches.queries.ts'

export type AddressSearchProps = {
  readonly search: SearchRow
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

/** One dead end: what led nowhere and why, what else is known, and the one next action. */
export function AddressSearchPage(props: AddressSearchProps) {
  const { search, problems = [] } = props
  const { closedAs, closedAt, closedBy, outcome, channel, id } = search

  return (
    <>
      <PageHeader
        title={search.commune}
        lede={`${searchChannelNames[channel]} à trouver.`}
        aside={
          <Tag
            label={closedAs ? searchEndingNames[closedAs] : 'À trouver'}
            tone={closedAs ? 'teal' : 'ochre'}
          />
        }
        actions={<ButtonLink href={`/communes/${search.insee}`}>Voir la fiche de la commune</ButtonLink>}
      />
      <ErrorSummary problems={problems} />
      <Columns side={<Known search={search} />}>
        {closedAs ? (
          <Notice kind="info" title={`Recherche finie le ${closedAt ? date(closedAt) : ''} par ${closedBy}`}>
            <p class="lines">{outcome}</p>
            <Form action={addressSearchPaths.reopen(id)}>
              <Actions>
                <Button>Rouvrir la recherche</Button>
              </Actions>
            </Form>
          </Notice>
        ) : (
          <Next {...props} />
        )}
      </Columns>
    </>
  )
}

function Known({ search }: { search: SearchRow }) {
  const { channel, address, reason, openedAt, openedBy, deliveryId, phone, website, mayor, emails, epci } =
    search

  return (
    <>
      <Card title="Ce qui ne mène nulle part">
        <DataList>
          <Datum label={searchChannelNames[channel]}>
            <span class="lines">{address}</span>
          </Datum>
          <Datum label="Pourquoi" source={openedBy ?? undefined} date={openedAt}>
            {reason}
          </Datum>
          {deliveryId && (
            <Datum label="L’envoi">
              <a href={deliveryPaths.show(deliveryId)}>Voir ce qui s’est passé</a>
            </Datum>
          )}
        </DataList>
      </Card>
      <Card title="Ce qu’on sait d’autre">
        <DataList>
          <Datum label="Téléphone">{phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a>}</Datum>
          <Datum label="Maire">{mayor}</Datum>
          <Datum label="Site">
            {website && (
              <a href={website} rel="external noreferrer">
                {website}
              </a>
            )}
          </Datum>
          <Datum label="Autres adresses électroniques">{emails.join(', ')}</Datum>
          <Datum label="Intercommunalité">{epci}</Datum>
        </DataList>
      </Card>
    </>
  )
}

function Next({ search, problems = [], typed = {} }: AddressSearchProps) {
  const { id, channel, phone } = search
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <Card title="Écrire la bonne adresse">
        <p>
          {phone
            ? 'Appelez la mairie : elle seule est sûre de son adresse.'
            : 'Son site ou l’intercommunalité peuvent la donner.'}
        </p>
        <Form action={addressSearchPaths.finding(id)}>
          <RadioField
            name="kind"
            label="Ce que vous avez trouvé"
            value={typed.kind ?? (channel === 'email' ? 'email' : 'address')}
            error={errorOf('kind')}
            choices={Object.entries(foundKindNames).map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name="value"
            label="La coordonnée"
            hint="Elle devient la principale, sous votre nom et à la date du jour."
            rows={2}
            value={typed.value}
            error={errorOf('value')}
          />
          <Actions>
            <Button kind="main">Enregistrer et finir</Button>
          </Actions>
        </Form>
      </Card>
      <details open={errorOf('reason') !== undefined}>
        <summary>Finir sans l’avoir trouvée</summary>
        <form class="form" method="post" action={addressSearchPaths.giveUp(id)} novalidate>
          <TextField
            name="reason"
            label="Pourquoi"
            hint="« La mairie n’a pas d’adresse électronique », « la boîte était seulement pleine »."
            size="long"
            value={typed.reason}
            error={errorOf('reason')}
          />
          <Actions>
            <Button>Abandonner la recherche</Button>
            <Button kind="quiet" formaction={addressSearchPaths.works(id)}>
              Cette adresse marche de nouveau
            </Button>
          </Actions>
        </form>
      </details>
    </>
  )
}
