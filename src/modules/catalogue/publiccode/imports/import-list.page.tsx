import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Columns } from '#ui/columns.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { FileField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, number } from '#ui/french.ts'
import { EmptyState, ErrorSummary, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { publiccodePaths } from '../publiccode.paths.ts'
import { importStateNames } from './import-words.ts'

export type ImportListProps = {
  readonly imports: readonly {
    readonly id: string
    readonly state: keyof typeof importStateNames
    readonly createdBy: string
    readonly createdAt: Date
    readonly files: number
  }[]
  readonly problems?: readonly Problem[]
}

/** Brings publiccode.yml files, and shows what was brought. */
export const ImportListPage = ({ imports, problems = [] }: ImportListProps) => (
  <>
    <PageHeader
      title="Importer des publiccode.yml"
      lede="Un fichier, plusieurs, ou une archive zip. Tout est d’abord vérifié : vous verrez ce que chacun apporterait, et ses fautes."
    />
    <ErrorSummary problems={problems} />
    <Columns
      side={
        <Card title="Ce qui n’est pas gardé">
          <p>
            Les adresses électroniques et les téléphones des personnes citées. Le reste du fichier est gardé
            tel quel, même ce que la norme ne connaît pas.
          </p>
        </Card>
      }
    >
      <Card title="Apporter des fichiers">
        <Form action={publiccodePaths.imports()} files>
          <FileField
            name="files"
            label="Fichiers de cet ordinateur"
            hint="publiccode.yml, publiccode.yaml ou une archive zip de plusieurs ; 500 fichiers et 20 Mo au plus."
            multiple
            accept=".yml,.yaml,.zip"
            error={problems.find(({ field }) => field === 'files')?.message}
          />
          <Actions>
            <Button kind="main">Vérifier les fichiers</Button>
          </Actions>
        </Form>
      </Card>
      {imports.length === 0 ? (
        <EmptyState title="Aucun import">Rien n’a encore été apporté d’ici.</EmptyState>
      ) : (
        <DataTable
          caption="Derniers imports"
          rows={imports}
          columns={[
            {
              label: 'Quand',
              header: true,
              cell: ({ id, createdAt }) => <a href={publiccodePaths.import(id)}>{dateTime(createdAt)}</a>,
            },
            { label: 'Par', cell: ({ createdBy }) => createdBy },
            { label: 'Fichiers', numeric: true, cell: ({ files }) => number(files) },
            { label: 'État', cell: ({ state }) => importStateNames[state] },
          ]}
        />
      )}
    </Columns>
  </>
)
