import { Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { date } from '#ui/french.ts'
import { EmptyState, Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { type LicenceDrift, licencesAgree, type SaidOnce } from '../../licences/licence-story.ts'
import { sourceOf } from '../../sources/source.ts'
import { softwarePaths } from '../software.paths.ts'
import type { Software } from '../software.tables.ts'
import { fieldName, valueInWords } from '../software-words.ts'
import { changesOf, type Revised, type RevisionKind } from './revision.ts'
import type { RecordShown, Revision } from './revisions.queries.ts'

export type HistoryProps = {
  readonly sheet: Software
  readonly revisions: readonly Revision[]
  readonly records: readonly RecordShown[]
  readonly story: readonly SaidOnce[]
  readonly drift?: LicenceDrift
  readonly isEditor: boolean
  readonly problem?: string
  readonly notice?: string
}

/** What people did to a sheet, each act with its before and after, and each to be undone. */
export function HistoryPage({ sheet, revisions, isEditor, ...props }: HistoryProps) {
  const { records, story, drift, problem, notice } = props
  const undone = new Set(revisions.flatMap(({ undoes }) => (undoes ? [undoes] : [])))

  return (
    <>
      <PageHeader
        title={`Historique de ${sheet.name}`}
        lede={
          isEditor
            ? 'Chaque geste peut être annulé, quoi qu’on ait fait depuis ; l’annulation est un geste de plus.'
            : 'Tout ce que les rédacteurs ont changé à cette fiche, et ce que dit chacune de ses sources.'
        }
        actions={
          <>
            {isEditor && <ButtonLink href={softwarePaths.edit(sheet.slug)}>Modifier la fiche</ButtonLink>}
            <ButtonLink kind="quiet" href={softwarePaths.show(sheet.slug)}>
              Voir la fiche
            </ButtonLink>
          </>
        }
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      {problem && <Notice kind="error">{problem}</Notice>}
      {drift && <Drift {...drift} />}
      <Columns side={<Side records={records} story={story} />}>
        {revisions.length === 0 ? (
          <EmptyState title="Personne n’a encore touché à cette fiche">
            Elle dit ce que disent ses sources, à droite de cette page.
          </EmptyState>
        ) : (
          <Timeline
            entries={revisions.map((revision) => ({
              at: revision.at,
              icon: icons[revision.kind],
              sentence: sentenceOf(revision),
              detail: (
                <Detail
                  revision={revision}
                  slug={sheet.slug}
                  isUndone={undone.has(revision.id)}
                  isEditor={isEditor}
                />
              ),
              // who edits is known to the editors, not to the world
              source: isEditor ? revision.by : 'Un rédacteur du catalogue',
            }))}
          />
        )}
      </Columns>
    </>
  )
}

const icons = {
  created: 'note',
  edited: 'note',
  withdrawn: 'blocked',
  restored: 'check',
  merged: 'folder',
  undone: 'answer',
} as const satisfies Record<RevisionKind, string>

function sentenceOf({ kind, before, after }: Revision) {
  const { merged } = after as Revised
  const away = merged ?? (before as Revised).merged
  const sentences: Record<RevisionKind, string> = {
    created: 'Fiche ajoutée',
    edited: 'Fiche modifiée',
    withdrawn: `Fiche retirée : ${(after as Revised).withdrawn ?? ''}`,
    restored: 'Fiche remise',
    merged: `Fiche « ${away?.name ?? ''} » réunie à celle-ci`,
    undone: away ? `Réunion avec « ${away.name} » annulée` : 'Geste annulé',
  }
  return sentences[kind]
}

type DetailProps = { revision: Revision; slug: string; isUndone: boolean; isEditor: boolean }

function Detail({ revision, slug, isUndone, isEditor }: DetailProps) {
  const { before, after, kind, id } = revision as Revision & { before: Revised; after: Revised }
  const changes = changesOf(before.own, after.own)
  const isSplit = kind === 'undone' && before.merged

  return (
    <>
      {changes.length > 0 && (
        <DataTable
          caption="Avant et après"
          captionHidden
          rows={changes}
          columns={[
            { label: 'Champ', header: true, cell: ({ field }) => fieldName(field) },
            { label: 'Avant', cell: ({ field, before: old }) => valueInWords(field, old) },
            { label: 'Après', cell: ({ field, after: young }) => valueInWords(field, young) },
          ]}
        />
      )}
      {isUndone && <p class="soft">Annulé depuis.</p>}
      {isEditor && !isUndone && !isSplit && kind !== 'created' && (
        <Form action={softwarePaths.undo(slug, id)}>
          <Button kind="quiet">{kind === 'merged' ? 'Séparer de nouveau' : 'Annuler ce geste'}</Button>
        </Form>
      )}
    </>
  )
}

const Drift = ({ kind, before, after }: LicenceDrift) => (
  <Notice
    kind="warning"
    title={kind === 'no-longer-free' ? 'Ce logiciel n’est plus libre' : 'La licence a changé'}
  >
    {`${said(before)}. ${said(after)}.`}
  </Notice>
)

const said = ({ source, licenceRaw, at }: SaidOnce) => `${sourceOf(source).name}, ${date(at)} : ${licenceRaw}`

function Side({ records, story }: Pick<HistoryProps, 'records' | 'story'>) {
  const spoken = story.filter(({ spdx }) => spdx !== null)
  const isDisputed = spoken.some((one) =>
    spoken.some((other) => licencesAgree(one.spdx, other.spdx) === false),
  )

  return (
    <>
      <Card title="Sources de la fiche">
        <ul>
          {records.map(({ source, externalId, sourceDate, readAt }) => (
            <li>
              {sourceOf(source).name} <small class="soft">{`n° ${externalId}`}</small>
              <br />
              <small class="soft">
                {sourceDate ? `édition du ${date(new Date(sourceDate))}` : `lu le ${date(readAt)}`}
              </small>
            </li>
          ))}
        </ul>
      </Card>
      {story.length > 0 && (
        <Card title="Sa licence au fil du temps">
          <ul>
            {story.map((once) => (
              <li>{said(once)}</li>
            ))}
          </ul>
          {isDisputed && (
            <p>Les sources ne disent pas toutes la même licence : le fichier de licence du dépôt fait foi.</p>
          )}
        </Card>
      )}
    </>
  )
}
