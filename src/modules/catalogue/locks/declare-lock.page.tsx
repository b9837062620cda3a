import { Actions, Button } from '#ui/button.tsx'
import { RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Meant } from '../usages/meant.tsx'
import { lockForceNames, lockForces, lockSuggestions } from './lock.ts'
import { lockPaths } from './locks.paths.ts'

type Proposal = { readonly value: string; readonly label: string }

export type DeclareLockProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly communes: readonly Proposal[]
  readonly products: readonly string[]
  readonly needs: readonly Proposal[]
  /** A member says where it comes from: a visit, an exchange. */
  readonly isMember: boolean
}

/** Says what a business program forces a commune to keep: what holds one holds a hundred, and shows which door to open. */
export function DeclareLockPage({ typed, problems, communes, products, needs, isMember }: DeclareLockProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <Hero
        title="Dire ce qui vous bloque"
        lede="Un seul logiciel métier peut tenir toute une mairie. Dit par chacune, cela montre quel verrou ouvrir d’abord. La ligne ne compte qu’une fois confirmée par la mairie."
      />
      <ErrorSummary problems={problems} />
      <Form action={lockPaths.declare()} once={typed.once}>
        <FieldGroup legend="Le logiciel qui bloque">
          <Meant
            name="commune"
            label="La commune"
            hint="Son nom, son code postal ou son code INSEE."
            typed={typed}
            proposals={communes}
            error={errorOf('commune') ?? errorOf('communeChosen')}
          />
          <TextField
            name="product"
            label="Le logiciel métier dont elle dépend"
            hint="Son nom, ou ce qu’il fait si vous ne le connaissez pas."
            size="long"
            maxlength={120}
            suggestions={products}
            value={typed.product}
            error={errorOf('product')}
          />
          {needs.length > 0 && (
            <SelectField
              name="need"
              label="Pour quel besoin"
              optional
              placeholder="Sans précision"
              value={typed.need}
              choices={needs}
            />
          )}
        </FieldGroup>
        <FieldGroup legend="Ce qu’il impose">
          <RadioField
            name="forces"
            label="Il impose"
            value={typed.forces}
            error={errorOf('forces')}
            choices={lockForces.map((value) => ({ value, label: lockForceNames[value] }))}
          />
          <TextField
            name="what"
            label="Lequel"
            hint="« Windows », « Internet Explorer », « Excel avec macros », « connecteur du parapheur »."
            size="long"
            maxlength={120}
            suggestions={lockForces.flatMap((force) => lockSuggestions[force])}
            value={typed.what}
            error={errorOf('what')}
          />
          <TextArea
            name="note"
            label="Ce qu’il faut savoir"
            hint="Une sortie est-elle promise, un contournement existe-t-il ?"
            optional
            rows={3}
            maxlength={500}
            value={typed.note}
            error={errorOf('note')}
          />
        </FieldGroup>
        <FieldGroup legend="D’où cela vient">
          <TextField
            name="declaredBy"
            label="Votre fonction"
            size="long"
            maxlength={120}
            value={typed.declaredBy}
            error={errorOf('declaredBy')}
          />
          {isMember && (
            <TextField
              name="source"
              label="Comment vous le savez"
              hint="« Visite du 3 mars », « accompagnement en cours », « appel »."
              size="long"
              maxlength={200}
              value={typed.source}
              error={errorOf('source')}
            />
          )}
        </FieldGroup>
        <Actions>
          <Button kind="main">Envoyer le verrou</Button>
        </Actions>
      </Form>
      <p class="soft">
        {typo(
          'La mairie confirme par le lien d’un courriel reçu à son adresse officielle. D’ici là, personne ne voit cette ligne.',
        )}
      </p>
    </>
  )
}
