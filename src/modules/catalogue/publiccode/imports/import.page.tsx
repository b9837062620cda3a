import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { Form } from '#ui/form.tsx'
import { dateTime, plural } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { FaultList } from '../fault-list.tsx'
import { publiccodePaths } from '../publiccode.paths.ts'
import type { Fault } from '../standard/fault.ts'
import { findingNames, importStateNames } from './import-words.ts'

export type ImportProps = {
  readonly id: string
  readonly state: keyof typeof importStateNames
  readonly createdBy: string
  readonly createdAt: Date
  readonly undoneBy: string | null
  readonly files: readonly {
    readonly fileName: string
    readonly name: string | null
    readonly faults: readonly Fault[]
    readonly isValid: boolean
    readonly finding: keyof typeof findingNames
    readonly slug: string | null
  }[]
  readonly problems?: readonly Problem[]
}

/** What an import brings, file by file, with its faults; then the import itself, and its undoing. */
export function ImportPage({ id, state, createdBy, createdAt, undoneBy, files, problems = [] }: ImportProps) {
  const valid = files.filter(({ isValid }) => isValid).length
  const useful = files.filter(({ finding }) => finding === 'added' || finding === 'changed').length

  return (
    <>
      <PageHeader
        title={`Import du ${dateTime(createdAt)}`}
        aside={<Tag label={importStateNames[state]} tone={state === 'imported' ? 'teal' : 'neutral'} />}
        lede={`${plural(files.length, 'fichier', 'fichiers')} de ${createdBy}, ${valid} sans faute. ${plural(useful, 'apporte', 'apportent')} quelque chose au catalogue.`}
        actions={
          <ButtonLink kind="quiet" href={publiccodePaths.imports()}>
            Revenir aux imports
          </ButtonLink>
        }
      />
      <ErrorSummary problems={problems} />
      {state === 'checked' && (
        <>
          <Notice kind="info" title="Rien n’a changé dans le catalogue">
            Voici ce que l’import ferait. Les fautes n’empêchent pas d’importer : ce qui se comprend est pris.
          </Notice>
          <Form action={publiccodePaths.run(id)}>
            <Actions>
              <Button kind="main">Importer ces fichiers</Button>
            </Actions>
          </Form>
        </>
      )}
      {state === 'imported' && (
        <Confirm
          label="Annuler cet import"
          loss="Les fiches qu’il a apportées ne seront plus montrées, et celles qu’il a changées reviendront comme avant. Les fichiers peuvent être apportés à nouveau."
          action={publiccodePaths.undo(id)}
          confirm="Annuler l’import"
        />
      )}
      {state === 'undone' && (
        <Notice kind="info" title="Cet import a été annulé">{`Par ${undoneBy}.`}</Notice>
      )}
      {files.map(({ fileName, name, faults, finding, slug }) => (
        <Card title={name ?? fileName}>
          <p>
            <strong>{findingNames[finding]}</strong> <small class="soft">{fileName}</small>
            {slug && (
              <>
                {' · '}
                <a href={publiccodePaths.edit(slug)}>voir son fichier</a>
              </>
            )}
          </p>
          <FaultList faults={faults} />
        </Card>
      ))}
    </>
  )
}
