import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Card, Grid, Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { DateField, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { profileOf, safeArea, sweptArea } from './envelope.ts'
import { EnvelopeDrawing } from './envelope-drawing.tsx'
import type { ListedEnvelope } from './envelopes.queries.ts'

type EnvelopeListProps = {
  readonly envelopes: readonly ListedEnvelope[]
  readonly today: string
  readonly mayMeasure: boolean
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly notice?: string
}

/** The window envelopes that letters go in, each drawn to scale, and the form that measures another. */
export function EnvelopeListPage(props: EnvelopeListProps) {
  const { envelopes, mayMeasure, problems = [], notice } = props

  return (
    <>
      <PageHeader
        title="Enveloppes"
        lede="La fenêtre n’est pas au même endroit chez tous les fabricants. Mesurez les vôtres : chaque lettre est vérifiée contre l’enveloppe de sa vague avant d’être imprimée."
        actions={mayMeasure && <ButtonLink href="#mesurer">Mesurer une enveloppe</ButtonLink>}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <p class="hint">
        {typo(
          'Chaque enveloppe est dessinée de face, la feuille (en tirets) poussée en haut à gauche. En vert, ce que la fenêtre montre toujours : l’adresse. En rouge, ce qu’elle peut montrer quand la feuille glisse : rien d’autre n’y est imprimé.',
        )}
      </p>
      <Grid>
        {envelopes.map((listed) => (
          <EnvelopeCard {...listed} mayMeasure={mayMeasure} />
        ))}
      </Grid>
      {mayMeasure && <Measure {...props} />}
    </>
  )
}

function EnvelopeCard({ envelope, waves, mayMeasure }: ListedEnvelope & { mayMeasure: boolean }) {
  const profile = profileOf(envelope)

  return (
    <Card
      title={envelope.name}
      actions={envelope.retiredAt && <Tag label="N’est plus proposée" />}
      id={`enveloppe-${envelope.id}`}
    >
      <EnvelopeDrawing envelope={profile} />
      <DataList compact>
        <Datum label="Toujours visible, sur la feuille">{areaSentence(safeArea(profile))}</Datum>
        <Datum label="Peut se montrer">{areaSentence(sweptArea(profile))}</Datum>
        <Datum label="Pli">
          {foldNames[String(envelope.foldedHeight)] ?? `${mm(envelope.foldedHeight)} mm`}
        </Datum>
        <Datum label="Mesurée par" date={new Date(envelope.measuredOn)}>
          {envelope.measuredBy}
        </Datum>
        <Datum label="Choisie par">{plural(waves, 'vague', 'vagues')}</Datum>
      </DataList>
      <Actions>
        <ButtonLink icon="print" href={outreachPaths.envelopeTestSheet(envelope.id)}>
          Feuille d’essai
        </ButtonLink>
        {mayMeasure && !envelope.retiredAt && (
          <form method="post" action={outreachPaths.envelopeRetirement(envelope.id)}>
            <Button kind="quiet">Ne plus la proposer</Button>
          </form>
        )}
      </Actions>
      {envelope.retiredAt && envelope.retiredBy && (
        <p class="hint">{typo(`Retirée le ${date(envelope.retiredAt)} par ${envelope.retiredBy}.`)}</p>
      )}
    </Card>
  )
}

function Measure({ today, problems = [], typed = {} }: EnvelopeListProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const measure = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputmode="numeric"
      size="short"
      value={typed[name]}
      error={errorOf(name)}
    />
  )

  return (
    <Section title="Mesurer une enveloppe" id="mesurer">
      <p>
        {typo(
          'Posez l’enveloppe devant vous, la fenêtre visible, le rabat derrière. Mesurez en millimètres, bord de papier à bord de papier ; une demi-unité se dit « 114,5 ». Ensuite, imprimez la feuille d’essai et glissez-la dans une vraie enveloppe.',
        )}
      </p>
      <Form action={outreachPaths.envelopes()} once={typed.once}>
        <TextField
          name="name"
          label="Nom"
          hint="Ce qui est écrit sur la boîte : « DL fenêtre 45 × 100, bande de protection »."
          value={typed.name}
          error={errorOf('name')}
        />
        <FieldGroup legend="L’enveloppe">
          {measure('width', 'Largeur (mm)', 'Le grand côté : 220 pour une DL.')}
          {measure('height', 'Hauteur (mm)', 'Le petit côté : 110 pour une DL.')}
        </FieldGroup>
        <FieldGroup
          legend="La fenêtre"
          hint="Depuis les bords droit et bas de l’enveloppe, qui sont les plus proches."
        >
          {measure('windowWidth', 'Largeur de la fenêtre (mm)')}
          {measure('windowHeight', 'Hauteur de la fenêtre (mm)')}
          {measure('fromRight', 'De la fenêtre au bord droit (mm)')}
          {measure('fromBottom', 'De la fenêtre au bord du bas (mm)')}
        </FieldGroup>
        <SelectField
          name="foldedHeight"
          label="Comment la feuille est pliée"
          value={typed.foldedHeight ?? '99'}
          error={errorOf('foldedHeight')}
          choices={Object.entries(foldNames).map(([value, label]) => ({ value, label }))}
        />
        <DateField
          name="measuredOn"
          label="Mesurée le"
          value={typed.measuredOn ?? today}
          max={today}
          error={errorOf('measuredOn')}
        />
        <Actions>
          <Button kind="main">Garder cette enveloppe</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** The folds of an A4 sheet, by the height it has once folded. */
export const foldNames: Readonly<Record<string, string>> = {
  '99': 'En trois (99 mm)',
  '148.5': 'En deux (148,5 mm)',
  '297': 'À plat (297 mm)',
}

type Area = { x: number; y: number; width: number; height: number }
const areaSentence = ({ x, y, width, height }: Area) =>
  typo(`${mm(x)} à ${mm(x + width)} mm de la gauche, ${mm(y)} à ${mm(y + height)} mm du haut`)

const mm = (length: number) => length.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
