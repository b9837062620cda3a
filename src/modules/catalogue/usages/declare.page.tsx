import { Actions, Button } from '#ui/button.tsx'
import { Checkbox, RadioField, SelectField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary, type Problem } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Meant } from './meant.tsx'
import { usagePaths } from './usages.paths.ts'

type Proposal = { readonly value: string; readonly label: string }

export type DeclarePageProps = {
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  /** What the words may mean, when they do not mean one thing. */
  readonly communes: readonly Proposal[]
  readonly software: readonly Proposal[]
  readonly needs: readonly Proposal[]
}

/** A commune says what it uses: no account, one page, and nothing shown before its town hall has confirmed it. */
export function DeclarePage({ typed, problems, communes, software, needs }: DeclarePageProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <>
      <Hero
        title="Dire ce que votre mairie utilise"
        lede="Votre ligne aide une mairie semblable à choisir. Elle ne paraît qu’une fois confirmée depuis l’adresse officielle de la mairie."
      />
      <ErrorSummary problems={problems} />
      <Form action={usagePaths.declare()} once={typed.once}>
        <FieldGroup legend="De quoi s’agit-il ?">
          <Meant
            name="commune"
            label="La commune"
            hint="Son nom, son code postal ou son code INSEE."
            typed={typed}
            proposals={communes}
            error={errorOf('commune')}
          />
          <Meant
            name="software"
            label="Le logiciel libre"
            hint="Son nom, même approchant."
            typed={typed}
            proposals={software}
            error={errorOf('software')}
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
        <FieldGroup legend="Où en est-elle ?">
          <RadioField
            name="state"
            label="Aujourd’hui, ce logiciel est"
            value={typed.state ?? 'in-use'}
            error={errorOf('state')}
            choices={[
              { value: 'in-use', label: 'En service' },
              { value: 'testing', label: 'À l’essai' },
              {
                value: 'left',
                label: 'Abandonné',
                hint: 'Dire pourquoi vaut autant pour les autres que de l’utiliser.',
              },
            ]}
          />
          <TextArea
            name="whyLeft"
            label="S’il est abandonné, pourquoi"
            optional
            rows={2}
            maxlength={300}
            value={typed.whyLeft}
            error={errorOf('whyLeft')}
          />
          <TextField
            name="since"
            label="Depuis"
            hint="Le mois et l’année, comme 03/2023, ou l’année seule."
            optional
            size="short"
            maxlength={20}
            value={typed.since}
            error={errorOf('since')}
          />
          <TextField
            name="operatedBy"
            label="Qui le fait fonctionner"
            hint="« Le syndicat informatique », « nous-mêmes », le nom d’une entreprise."
            optional
            size="long"
            maxlength={120}
            value={typed.operatedBy}
            error={errorOf('operatedBy')}
          />
        </FieldGroup>
        <FieldGroup legend="Et vous ?">
          <TextField
            name="declaredBy"
            label="Votre fonction"
            hint="« Secrétaire de mairie », « adjoint au numérique ». Pas de nom : il ne servirait à rien."
            size="long"
            maxlength={120}
            value={typed.declaredBy}
            error={errorOf('declaredBy')}
          />
          <Checkbox
            name="acceptsCall"
            label="La mairie accepterait un appel d’une mairie semblable"
            hint="Trois demandes par trimestre au plus, transmises par courriel : votre adresse n’est pas publiée. Vous racontez, vous n’assistez pas. La mairie en décidera en confirmant."
            optional
            checked={typed.acceptsCall === 'oui'}
          />
        </FieldGroup>
        <Actions>
          <Button kind="main">Envoyer la déclaration</Button>
        </Actions>
      </Form>
      <p class="soft">
        {typo(
          'Ce que vous dites d’une commune reste caché jusqu’à ce qu’elle réponde. Votre adresse réseau sert à compter vos envois du jour, sous forme d’empreinte, puis est oubliée.',
        )}
      </p>
    </>
  )
}
