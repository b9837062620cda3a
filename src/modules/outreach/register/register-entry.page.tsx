import { organisationPaths } from '#modules/organisations/index.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { TextArea } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { dateTime, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { purposeNames } from './purpose.ts'
import { registerPaths } from './register.paths.ts'
import type { RegisterEntry, RegisterVersion } from './register.queries.ts'
import { baseNames, bases, type EntryField, entryFields, fieldNames } from './register-entry.ts'

type EntryProps = {
  readonly entry: RegisterEntry
  readonly versions: readonly RegisterVersion[]
  readonly isEditable: boolean
  readonly isSaved: boolean
  readonly typed?: Readonly<Partial<Record<string, string>>>
  readonly refusal?: 'other-body' | 'changed-meanwhile' | 'incomplete'
  readonly problems?: readonly Problem[]
}

const refusals = {
  'other-body': 'Cette fiche est celle de l’autre organisme : seuls ses membres l’écrivent.',
  'changed-meanwhile':
    'Quelqu’un a enregistré une autre version depuis que vous avez ouvert cette page. Votre texte est gardé ci-dessous ; l’autre est dans l’historique.',
  incomplete: 'Pour confirmer la fiche, il reste à la compléter. Rien n’est perdu.',
}

/** One entry of the register: what it says, who answers for it, and every version it had. */
export function EntryPage(props: EntryProps) {
  const { entry, versions, isEditable, isSaved, refusal, problems = [] } = props

  return (
    <>
      <PageHeader
        title={purposeNames[entry.purpose]}
        lede={`Fiche du registre de ${entry.organisation.name}.`}
        aside={<State entry={entry} />}
        actions={<ButtonLink href={registerPaths.list()}>Revenir au registre</ButtonLink>}
      />
      {isSaved && <Notice kind="success">La fiche est enregistrée.</Notice>}
      {refusal && refusal !== 'incomplete' && (
        <Notice kind="error" title="La fiche n’est pas enregistrée">
          {refusals[refusal]}
        </Notice>
      )}
      <ErrorSummary problems={problems} title={refusal === 'incomplete' ? refusals.incomplete : undefined} />
      <Controller entry={entry} />
      {isEditable ? <EntryForm {...props} /> : <Reading entry={entry} />}
      <History versions={versions} />
    </>
  )
}

function State({ entry: { version } }: Pick<EntryProps, 'entry'>) {
  if (!version) return <Tag label="Brouillon à relire" tone="neutral" />

  return version.confirmedAt ? (
    <Tag label="Confirmée" tone="teal" />
  ) : (
    <Tag label="À confirmer" tone="ochre" />
  )
}

const Controller = ({ entry: { organisation, version } }: Pick<EntryProps, 'entry'>) => (
  <DataList compact>
    <Datum label="Responsable">
      <a href={organisationPaths.show(organisation.id)}>{organisation.name}</a>
    </Datum>
    <Datum label="Adresse">{organisation.postalAddress.split('\n').join(', ')}</Datum>
    <Datum label="Délégué à la protection des données">{organisation.dpoEmail}</Datum>
    {version?.confirmedAt && (
      <Datum label="Confirmée par" date={version.confirmedAt}>
        {version.confirmedBy}
      </Datum>
    )}
  </DataList>
)

const Reading = ({ entry: { text } }: Pick<EntryProps, 'entry'>) => (
  <DataList>
    {entryFields
      .filter((field) => field !== 'balance' || text.balance !== '')
      .map((field) => (
        <Datum label={fieldNames[field]}>{typo(field === 'base' ? baseNames[text.base] : text[field])}</Datum>
      ))}
  </DataList>
)

function EntryForm({ entry, typed = {}, problems = [] }: EntryProps) {
  const { organisation, purpose, text, version } = entry
  const errorOf = (field: EntryField) => problems.find((problem) => problem.field === field)?.message
  const shownValue = (field: EntryField) => typed[field] ?? text[field]
  const isConfirmed = version?.confirmedAt

  return (
    <Form action={registerPaths.entry(organisation.id, purpose)}>
      <HiddenField name="version" value={String(version?.number ?? 0)} />
      {entryFields.map((field) =>
        field === 'base' ? (
          <SelectField
            name="base"
            label={fieldNames.base}
            value={shownValue('base')}
            error={errorOf('base')}
            choices={bases.map((base) => ({ value: base, label: baseNames[base] }))}
          />
        ) : (
          <TextArea
            name={field}
            label={fieldNames[field]}
            value={shownValue(field)}
            error={errorOf(field)}
            optional={field === 'balance'}
            rows={rowsFor(shownValue(field))}
          />
        ),
      )}
      <p class="hint">
        {typo(
          isConfirmed
            ? 'Tout changement fait une nouvelle version, à confirmer de nouveau ; l’ancienne reste dans l’historique.'
            : 'Confirmer, c’est répondre de cette fiche au nom de votre organisme : votre nom et la date y sont inscrits.',
        )}
      </p>
      <Actions>
        <Button kind="main" name="confirm" value="oui" icon="check">
          Enregistrer et confirmer la fiche
        </Button>
        <Button>Enregistrer sans confirmer</Button>
      </Actions>
    </Form>
  )
}

// As many lines as the text takes, and one to go on.
const rowsFor = (text: string) => Math.min(10, Math.max(2, Math.ceil(text.length / 75) + 1))

function History({ versions }: { versions: readonly RegisterVersion[] }) {
  if (versions.length === 0) return null

  return (
    <Section title="Historique">
      <DataTable
        caption={plural(versions.length, 'version', 'versions')}
        rows={versions}
        columns={[
          { label: 'Version', header: true, numeric: true, cell: ({ number }) => String(number) },
          { label: 'Enregistrée', cell: ({ savedBy, savedAt }) => typo(`${savedBy}, ${dateTime(savedAt)}`) },
          {
            label: 'Confirmée',
            cell: ({ confirmedBy, confirmedAt }) =>
              confirmedBy && confirmedAt ? typo(`${confirmedBy}, ${dateTime(confirmedAt)}`) : 'non',
          },
          { label: 'Texte', cell: (version) => <Text version={version} /> },
        ]}
      />
    </Section>
  )
}

const Text = ({ version: { text } }: { version: RegisterVersion }) => (
  <details>
    <summary>{typo(baseNames[text.base])}</summary>
    {entryFields
      .filter((field) => field !== 'base' && text[field] !== '')
      .map((field) => (
        <p>
          <strong>{typo(`${fieldNames[field]} : `)}</strong>
          {typo(text[field])}
        </p>
      ))}
  </details>
)
