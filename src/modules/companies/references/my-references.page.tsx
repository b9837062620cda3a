import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState, ErrorSummary, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { minePaths } from '../mine/mine.paths.ts'
import { serviceKindNames, serviceKinds } from '../services/service.ts'
import { type FilledForm, fieldOf } from '../services/service-form.tsx'
import { Subject } from '../services/service-table.tsx'
import type { ChoosableSubjects } from '../services/subjects.queries.ts'
import { referenceLooks } from './reference-list.tsx'
import type { Reference } from './references.queries.ts'

type MyReferencesProps = FilledForm & {
  readonly references: readonly Reference[]
  readonly subjects: ChoosableSubjects
  readonly thisYear: number
  readonly notice?: string
}

/** A company's works for communes: named here, confirmed or refused by each commune. */
export function MyReferencesPage(props: MyReferencesProps) {
  const { references, problems = [], notice } = props

  return (
    <>
      <ErrorSummary problems={problems} />
      {notice && <Notice kind="success">{notice}</Notice>}
      <PageHeader
        title="Vos références"
        lede="Un travail que vous nommez paraît « déclaré ». La mairie reçoit un lien à son adresse officielle : elle confirme, ou refuse en disant pourquoi."
      />
      <ListHeader
        count={references.length}
        one="référence"
        many="références"
        exports={(['csv', 'ods'] as const).map((type) => ({
          label: type.toUpperCase(),
          href: minePaths.sheet('references', type),
        }))}
      />
      {references.length === 0 ? (
        <EmptyState title="Aucune référence encore">
          Une seule référence confirmée par une commune vaut mieux que dix déclarées.
        </EmptyState>
      ) : (
        <Table references={references} />
      )}
      <Card title="Nommer un travail" id="nommer">
        <NewReference {...props} />
      </Card>
    </>
  )
}

const Table = ({ references }: { readonly references: readonly Reference[] }) => (
  <DataTable
    caption="Références"
    captionHidden
    rows={references}
    columns={[
      { label: 'Commune', header: true, cell: ({ commune, insee }) => `${commune} (${insee})` },
      {
        label: 'Travail',
        cell: (reference) => (
          <div>
            {`${serviceKindNames[reference.kind]}${'\u00a0'}: `}
            <Subject {...reference} />
            {`, ${reference.year}`}
          </div>
        ),
      },
      { label: 'Parole de la commune', cell: (reference) => <Word {...reference} /> },
      { label: 'Changer', cell: (reference) => <Gesture {...reference} /> },
    ]}
  />
)

const Word = ({ state, settledAt, whyRefused, askedAt }: Reference) => (
  <div>
    <Tag {...referenceLooks[state]} />
    <br />
    <small class="soft">
      {settledAt
        ? `le ${date(settledAt)}`
        : askedAt
          ? `Interrogée le ${date(askedAt)}`
          : 'La mairie sera interrogée, si elle a une adresse et ne s’y oppose pas'}
    </small>
    {whyRefused && <p>{typo(`« ${whyRefused} »`)}</p>}
  </div>
)

const Gesture = ({ id, state, reply }: Reference) =>
  state === 'refused' ? (
    <details open={!reply}>
      <summary>Répondre</summary>
      <Form action={minePaths.reference(id, 'reply')}>
        <TextArea
          name="reply"
          id={`reponse-${id}`}
          label="Votre réponse, publiée à côté du refus"
          rows={3}
          maxlength={500}
          value={reply ?? ''}
        />
        <Button>Publier cette réponse</Button>
      </Form>
    </details>
  ) : (
    <form method="post" action={minePaths.reference(id, 'withdrawal')}>
      <Button kind="quiet">Retirer cette référence</Button>
    </form>
  )

function NewReference({ subjects, thisYear, ...filled }: MyReferencesProps) {
  const field = fieldOf(filled)

  return (
    <Form action={minePaths.references()} once={filled.typed?.once}>
      <TextField {...field('commune')} label="Commune" hint="Son nom ou son code INSEE." autocomplete="off" />
      <SelectField
        {...field('kind')}
        label="Ce que vous avez fait"
        placeholder="Choisissez"
        choices={kindChoices}
      />
      <TextField
        {...field('software')}
        label="Logiciel"
        suggestions={subjects.software}
        autocomplete="off"
        optional
      />
      <SelectField
        {...field('need')}
        label="Besoin"
        placeholder="Non précisé"
        choices={subjects.needs}
        optional
      />
      <TextField
        {...field('year')}
        value={filled.typed?.year ?? String(thisYear)}
        label="Année"
        inputmode="numeric"
        size="short"
      />
      <Actions>
        <Button kind="main">Nommer ce travail</Button>
      </Actions>
    </Form>
  )
}

const kindChoices = serviceKinds.map((value) => ({ value, label: serviceKindNames[value] }))
