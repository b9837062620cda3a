import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Columns } from '#ui/columns.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form, HiddenField } from '#ui/form.tsx'
import { date, dateTime, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { licenceWarningWords } from '../../licences/licence-words.ts'
import type { LicenceWarning } from '../../licences/read-licence.ts'
import { sourceOf } from '../../sources/source.ts'
import { attributeDefinitions, tristateNames } from '../attributes.ts'
import type { HeldRecord } from '../records.queries.ts'
import { platformNames } from '../shelf/shelf.ts'
import { softwarePaths } from '../software.paths.ts'
import type { Software } from '../software.tables.ts'
import { developmentStatusNames, fieldName, softwareTypeNames, valueInWords } from '../software-words.ts'
import type { OwnRecord } from './revision.ts'

export type EditSoftwareProps = {
  readonly sheet: Software
  readonly records: readonly HeldRecord[]
  readonly own: OwnRecord
  readonly identifiers: readonly {
    readonly scheme: string
    readonly value: string
    readonly source: string
  }[]
  readonly warnings: readonly LicenceWarning[]
  readonly version: string
  readonly typed?: Readonly<Record<string, string>>
  readonly typedPlatforms?: readonly string[]
  readonly problems?: readonly Problem[]
  /** Somebody else's act since the form was opened. */
  readonly meanwhile?: { readonly by: string; readonly at: Date }
  readonly notice?: string
}

/** Every field of a sheet, with what each source says of it beside. */
export function EditSoftwarePage(props: EditSoftwareProps) {
  const { sheet, problems = [], meanwhile, notice } = props

  return (
    <>
      <PageHeader
        title={`Modifier ${sheet.name}`}
        lede="Ce que vous écrivez passe avant les sources. Un champ vide, ou rendu à sa source, redevient ce qu’elle dit."
        actions={
          <>
            <ButtonLink href={softwarePaths.show(sheet.slug)}>Voir la fiche</ButtonLink>
            <ButtonLink kind="quiet" href={softwarePaths.history(sheet.slug)}>
              Historique
            </ButtonLink>
          </>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      {meanwhile && (
        <Notice kind="warning" title="Quelqu’un a modifié cette fiche pendant que vous écriviez">
          {typo(
            `${meanwhile.by}, le ${dateTime(meanwhile.at)}. Ce que vous aviez écrit est gardé ci-dessous : relisez `,
          )}
          <a href={softwarePaths.history(sheet.slug)}>ce qui a changé</a>
          {typo(', puis enregistrez de nouveau.')}
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      <Columns side={<Side {...props} />}>
        <Fields {...props} />
      </Columns>
    </>
  )
}

function Fields(props: EditSoftwareProps) {
  const { sheet, typed, typedPlatforms, version, problems = [], own } = props
  const field = (name: string, value: string | null, hint?: string) => ({
    name,
    label: fieldName(name === 'versionName' ? 'version' : name),
    optional: true,
    hint: [hint, originOf(sheet, name === 'versionName' ? 'version' : name)].filter(Boolean).join(' '),
    value: typed?.[name] ?? value ?? '',
    error: problems.find((problem) => problem.field === name)?.message,
  })

  return (
    <Form action={softwarePaths.edit(sheet.slug)}>
      <HiddenField name="version" value={version} />
      <FieldGroup legend="Ce qu’une mairie lit d’abord">
        <TextField {...field('name', sheet.name)} size="long" maxlength={200} />
        <TextArea
          {...field(
            'summary',
            sheet.summary,
            'Une phrase, dans les mots d’une mairie : « Tenir le registre du cimetière ».',
          )}
          rows={2}
          maxlength={300}
        />
        <TextArea
          {...field(
            'description',
            sheet.description,
            'Quelques paragraphes. Markdown simple : **gras**, listes, liens.',
          )}
          rows={8}
        />
        <TextArea
          {...field(
            'limits',
            sheet.limits.join('\n'),
            'Une par ligne, dites franchement : ce qu’il ne fait pas, ce qu’il demande.',
          )}
          rows={4}
        />
      </FieldGroup>
      <FieldGroup legend="Licence et adresses">
        <TextField
          {...field('licenceRaw', sheet.licenceRaw, 'De préférence à la manière SPDX : AGPL-3.0-or-later.')}
          size="long"
          code
        />
        <TextField {...field('website', sheet.website)} type="url" size="long" />
        <TextField {...field('repository', sheet.repository)} type="url" size="long" />
        <TextField {...field('documentation', sheet.documentation)} type="url" size="long" />
      </FieldGroup>
      <FieldGroup legend="Ce qu’il est">
        <CheckboxField
          name="platforms"
          label={fieldName('platforms')}
          choices={Object.entries(platformNames).map(([value, label]) => ({ value, label }))}
          hint={originOf(sheet, 'platforms')}
          values={typedPlatforms ?? sheet.platforms.map((platform) => platform.toLowerCase())}
        />
        <SelectField
          {...field('softwareType', sheet.softwareType)}
          placeholder="Non connu"
          choices={choicesOf(softwareTypeNames)}
        />
        <SelectField
          {...field('developmentStatus', sheet.developmentStatus)}
          placeholder="Non connu"
          choices={choicesOf(developmentStatusNames)}
        />
        <TextField {...field('versionName', sheet.version)} size="short" />
        <TextField {...field('releasedOn', sheet.releasedOn)} type="date" size="short" />
      </FieldGroup>
      <FieldGroup
        legend="Ce qu’on vérifie sur chaque fiche"
        hint="« Non connu » plutôt que « non » quand personne n’a vérifié."
      >
        {Object.entries(attributeDefinitions).map(([key, { label, explanation }]) => (
          <SelectField
            name={`attribute-${key}`}
            label={label}
            hint={[explanation, originOf(sheet, `attributes.${key}`)].filter(Boolean).join(' ')}
            optional
            value={typed?.[`attribute-${key}`] ?? sheet.attributes[key] ?? 'unknown'}
            choices={choicesOf(tristateNames)}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend="Dans les autres catalogues">
        <TextArea
          {...field(
            'identifiers',
            own.identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join('\n'),
          )}
          rows={3}
          code
          hint="Ceux que vous ajoutez, un par ligne : « wikidata Q171477 », « comptoir 33 »."
        />
        <TextArea
          {...field(
            'replaces',
            sheet.replaces.join('\n'),
            'Les produits que les sources disent qu’il remplace, un par ligne. Les besoins, eux, se disent sur leurs pages.',
          )}
          rows={3}
        />
      </FieldGroup>
      <Revert {...props} />
      <Actions>
        <Button kind="main">Enregistrer la fiche</Button>
      </Actions>
    </Form>
  )
}

/** Where what a field says comes from, and of when. */
function originOf({ origins }: Software, field: string) {
  const origin = origins[field]
  if (!origin) return undefined

  return `Source : ${sourceOf(origin.source).name}${origin.at ? `, ${date(new Date(origin.at))}` : ''}.`
}

/** The fields that an editor has changed, each to be given back to what the sources say. */
function Revert({ own, records }: EditSoftwareProps) {
  const { attributes = {}, ...fields } = own.fields
  const changed = [...Object.keys(fields), ...Object.keys(attributes).map((key) => `attributes.${key}`)]
  if (changed.length === 0 || records.every(({ source }) => source === 'beffroi')) return null

  return (
    <CheckboxField
      name="revert"
      label="Revenir à la source"
      hint="Les champs cochés oublient ce que les rédacteurs y ont écrit."
      choices={changed.map((field) => ({ value: field, label: fieldName(field) }))}
    />
  )
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

function Side(props: EditSoftwareProps) {
  const { sheet, records, identifiers, warnings } = props
  return (
    <>
      {warnings.length > 0 && (
        <Card title="Licence">
          <ul>
            {warnings.map((warning) => (
              <li>{typo(licenceWarningWords[warning])}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="Ce que dit chaque source">
        {records.map((record) => (
          <SourceSays record={record} />
        ))}
      </Card>
      {identifiers.length > 0 && (
        <Card title="Identifiants">
          <ul>
            {identifiers.map(({ scheme, value, source }) => (
              <li>
                <span class="code">{`${scheme} ${value}`}</span>{' '}
                <small class="soft">{sourceOf(source).name}</small>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={sheet.withdrawnAt ? 'Fiche retirée' : 'Retirer la fiche'}>
        {sheet.withdrawnAt ? <Restore {...sheet} /> : <Withdraw {...props} />}
      </Card>
    </>
  )
}

function SourceSays({ record: { source, sourceDate, fields } }: { record: HeldRecord }) {
  const { attributes = {}, ...others } = fields
  const lines = [
    ...Object.entries(others),
    ...Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value] as const),
  ]

  return (
    <details>
      <summary>
        {sourceOf(source).name}
        {sourceDate && <small class="soft"> · {date(new Date(sourceDate))}</small>}
      </summary>
      <dl>
        {lines.map(([field, value]) => (
          <>
            <dt class="soft">{fieldName(field)}</dt>
            <dd>{valueInWords(field, value)}</dd>
          </>
        ))}
      </dl>
      <p class="soft">{sourceOf(source).licence}</p>
    </details>
  )
}

const Withdraw = ({ sheet, problems = [], typed }: EditSoftwareProps) => (
  <Confirm
    label="Retirer la fiche"
    loss="Elle quitte le catalogue et les réponses ; son adresse dira pourquoi. Elle peut être remise, rien n’est effacé."
    action={softwarePaths.withdraw(sheet.slug)}
    confirm="Retirer cette fiche"
  >
    <TextArea
      name="reason"
      label="Pourquoi"
      rows={2}
      maxlength={500}
      value={typed?.reason}
      error={problems.find(({ field }) => field === 'reason')?.message}
    />
  </Confirm>
)

const Restore = ({ slug, withdrawnReason }: Software) => (
  <>
    <p>{typo(`Motif : ${withdrawnReason ?? ''}`)}</p>
    <Form action={softwarePaths.restore(slug)}>
      <Actions>
        <Button>Remettre la fiche</Button>
      </Actions>
    </Form>
  </>
)
