import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { date, number, plural } from '#ui/french.ts'
import { ListHeader } from '#ui/list-header.tsx'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { publiccodePaths } from './publiccode.paths.ts'
import type { PubliccodeFilter, PubliccodeRow } from './publiccode-row.ts'
import { type Standing, standingNames } from './upstream/upstream.ts'
import { missingFactSentences } from './writing/missing-facts.ts'

export type PubliccodeListProps = {
  readonly rows: readonly PubliccodeRow[]
  readonly total: number
  readonly figures: { readonly all: number; readonly valid: number }
  readonly filter: PubliccodeFilter
  readonly page: number
  readonly pages: number
  readonly isEditor: boolean
}

/** Every software of the catalogue with its publiccode.yml: valid or not, what it lacks, what its project did of it. */
export function PubliccodeListPage({
  rows,
  total,
  figures,
  filter,
  page,
  pages,
  isEditor,
}: PubliccodeListProps) {
  const words = { ...filter, sort: filter.sort === 'name' ? undefined : filter.sort }

  return (
    <>
      <PageHeader
        title="Fichiers publiccode.yml"
        lede={`Le format par lequel les catalogues publics d’Europe s’échangent leurs logiciels. ${number(figures.valid)} ${figures.valid < 2 ? 'fichier valide' : 'fichiers valides'} sur ${plural(figures.all, 'logiciel', 'logiciels')} : aux autres manquent des faits que personne n’a dits, et rien n’est inventé.`}
        actions={isEditor && <ButtonLink href={publiccodePaths.imports()}>Importer des fichiers</ButtonLink>}
      />
      <ListHeader
        count={total}
        one="logiciel"
        many="logiciels"
        search={{ action: publiccodePaths.list(), label: 'Chercher un logiciel', value: filter.q }}
        filters={<Filters filter={filter} />}
        exports={[
          { label: 'CSV', href: publiccodePaths.sheet('csv', words) },
          { label: 'ODS', href: publiccodePaths.sheet('ods', words) },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState
          title="Aucun logiciel"
          action={{ label: 'Voir tous les logiciels', href: publiccodePaths.list() }}
        >
          Aucun logiciel ne répond à ces filtres.
        </EmptyState>
      ) : (
        <Table rows={rows} isEditor={isEditor} />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => publiccodePaths.list({ ...words, page: other })}
      />
    </>
  )
}

const Filters = ({ filter }: { filter: PubliccodeFilter }) => (
  <>
    <SelectField
      name="standing"
      label="Où en est le fichier"
      optional
      placeholder="Peu importe"
      value={filter.standing}
      choices={Object.entries(standingNames).map(([value, label]) => ({ value, label }))}
    />
    <SelectField
      name="missing"
      label="À qui manque"
      optional
      placeholder="Peu importe"
      value={filter.missing}
      choices={Object.entries(missingFactSentences).map(([value, label]) => ({ value, label }))}
    />
    <SelectField
      name="sort"
      label="Dans l’ordre"
      optional
      value={filter.sort}
      choices={[
        { value: 'name', label: 'Du nom' },
        { value: 'missing', label: 'Des plus proches d’être valides' },
      ]}
    />
  </>
)

const Table = ({ rows, isEditor }: { rows: readonly PubliccodeRow[]; isEditor: boolean }) => (
  <DataTable
    caption="Fichiers publiccode.yml"
    captionHidden
    rows={rows}
    columns={[
      {
        label: 'Logiciel',
        header: true,
        cell: ({ slug, name }) => (
          <a href={isEditor ? publiccodePaths.edit(slug) : `/software/${slug}`}>{name}</a>
        ),
      },
      { label: 'Où il en est', cell: (row) => <StandingTag standing={row.standing} /> },
      {
        label: 'Ce qui manque',
        cell: ({ missing }) =>
          missing.length === 0 ? (
            'Rien'
          ) : (
            <details>
              <summary>{plural(missing.length, 'fait', 'faits')}</summary>
              <ul>
                {missing.map((fact) => (
                  <li>{missingFactSentences[fact]}</li>
                ))}
              </ul>
            </details>
          ),
      },
      {
        label: 'Fichier du projet',
        cell: ({ ownFaults }) =>
          ownFaults === null ? 'Aucun lu' : ownFaults === 0 ? 'Valide' : plural(ownFaults, 'faute', 'fautes'),
      },
      {
        label: 'Suite',
        cell: ({ since, address }) =>
          since && (
            <>
              {date(new Date(since))}
              {address && /^https?:/.test(address) && (
                <>
                  {', '}
                  <a href={address}>la demande</a>
                </>
              )}
            </>
          ),
      },
      { label: 'Notre fichier', cell: ({ slug }) => <a href={publiccodePaths.file(slug)}>publiccode.yml</a> },
    ]}
  />
)

const tones: Record<Standing, Tone> = {
  own: 'teal',
  merged: 'teal',
  proposed: 'info',
  refused: 'brick',
  held: 'ochre',
  draft: 'neutral',
}

/** Where a file stands, as a word with its tone. */
export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag label={standingNames[standing]} tone={tones[standing]} />
)
