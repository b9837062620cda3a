import { organisationPaths } from '#modules/organisations/index.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Fold } from '#ui/desk.tsx'
import { typo } from '#ui/french.ts'
import { SnippetList } from '#ui/snippet-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { messageFormId } from './message-form.tsx'
import { themes } from './themes.ts'
import { type MessageValues, type VariableName, variables } from './variables.ts'

type HelpProps = {
  readonly values?: MessageValues
  readonly missingCoordinates: readonly string[]
  readonly hasNotice: boolean
  /** A ready paragraph was just added: others may follow. */
  readonly isAdding: boolean
}

/** What helps to write: variables to copy, the legal notice, ready paragraphs. */
export function MessageHelp({ values, missingCoordinates, hasNotice, isAdding }: HelpProps) {
  return (
    <>
      <Notice hasNotice={hasNotice} missing={missingCoordinates} />
      <Paragraphs isOpen={isAdding} />
      <Variables values={values} isOpen={!isAdding} />
    </>
  )
}

function Notice({ hasNotice, missing }: { hasNotice: boolean; missing: readonly string[] }) {
  return (
    <Card
      title="Mentions légales"
      actions={<Tag label={hasNotice ? 'Présentes' : 'Absentes'} tone={hasNotice ? 'teal' : 'brick'} />}
    >
      <p>
        {typo(
          'Qui écrit, pourquoi, d’où vient l’adresse, comment s’opposer : Beffroi les compose à la place de {{mentions_legales}}.',
        )}
      </p>
      {!hasNotice && <AddButton what="legal-notice">Ajouter les mentions légales</AddButton>}
      {missing.length > 0 && (
        <p>
          {typo(`Il y manque ${missing.join(', ')} : `)}
          <a href={organisationPaths.list()}>compléter les coordonnées</a>.
        </p>
      )}
    </Card>
  )
}

const Paragraphs = ({ isOpen }: { isOpen: boolean }) => (
  <Fold title={`${themes.length} paragraphes prêts`} group="aide" isOpen={isOpen}>
    <p class="hint">Le paragraphe s’ajoute à la fin du texte, sans rien perdre de ce que vous avez tapé.</p>
    <div class="choices-to-add">
      {themes.map(({ id, title, text }) => (
        <details name="paragraphes">
          <summary>{typo(title)}</summary>
          <div>
            <p>{typo(text)}</p>
            <AddButton what={id}>Ajouter ce paragraphe</AddButton>
          </div>
        </details>
      ))}
    </div>
  </Fold>
)

const AddButton = ({ what, children }: { what: string; children: string }) => (
  <Button form={messageFormId} name="add" value={what}>
    {children}
  </Button>
)

function Variables({ values, isOpen }: Pick<HelpProps, 'values'> & { isOpen: boolean }) {
  const names = Object.keys(variables) as VariableName[]

  return (
    <Fold title={`${names.length} variables`} group="aide" isOpen={isOpen}>
      <p class="hint">
        {values
          ? typo(
              `Un clic sélectionne la variable, à copier dans le texte. À droite, ce qu’elle dit pour ${values.commune || values.entreprise}.`,
            )
          : 'Un clic sélectionne la variable, à copier dans le texte.'}
      </p>
      <SnippetList
        empty="vide"
        snippets={names.map((name) => ({
          code: `{{${name}}}`,
          meaning: variables[name],
          value: values?.[name],
        }))}
      />
    </Fold>
  )
}
