import { Actions, Button } from '#ui/button.tsx'
import { Card, Grid, Prose } from '#ui/card.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { EmptyState, ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { PerimeterFields, type PlaceNames } from './perimeter-fields.tsx'
import type { Doubt } from './perimeter-resolution.ts'
import { programmePaths } from './programme.paths.ts'

type Typed = Readonly<Record<string, string>>
type Problem = { readonly field: string; readonly message: string }

export type FoundingProps = {
  places: PlaceNames
  typed?: Typed
  problems?: readonly Problem[]
  doubts?: readonly Doubt[]
}

/** The founding of the programme by the first person: who they are, who the partners are, which communes. */
export function FoundingPage({ places, typed = {}, problems = [], doubts = [] }: FoundingProps) {
  const fields = { typed, problems }

  return (
    <>
      <PageHeader
        title="Fonder le programme"
        lede="Trois questions, cinq minutes. Tout pourra être changé ensuite, et rien n’est envoyé à personne."
      />
      <ErrorSummary problems={problems} />
      {doubts.length > 0 && problems.length === 0 && (
        <ErrorSummary
          title="Presque : des lignes de la liste sont à vérifier"
          problems={doubts.map(({ line }, rank) => ({ field: `pick-${rank}`, message: `« ${line} »` }))}
        />
      )}
      <Form action={programmePaths.founding()} once={typed.once}>
        <Card title="1. Vous">
          <Text
            {...fields}
            name="name"
            label="Votre nom"
            hint="Prénom et nom : il signe ce que vous faites ici."
            autocomplete="name"
          />
          <Text
            {...fields}
            name="email"
            type="email"
            label="Votre adresse électronique"
            hint="Vos prochains codes d’entrée y arriveront."
            autocomplete="email"
          />
        </Card>
        <Card title="2. Les partenaires">
          <Text
            {...fields}
            name="programme"
            label="Le nom du programme"
            hint="Celui que les partenaires portent ensemble."
            fallback="Logiciels libres en mairie"
          />
          <Grid>
            <Partner
              {...fields}
              prefix="operator"
              legend="L’opérateur public"
              hint="Il accompagne les mairies : centre de gestion, syndicat, département… Vous agirez en son nom."
              withDpo
            />
            <Partner
              {...fields}
              prefix="association"
              legend="L’association"
              hint="Elle sensibilise, tient l’annuaire des logiciels et reçoit les réponses qui ne sont pas d’e-administration."
              withDpo
              dpoOptional
            />
          </Grid>
          <details open={hasNetwork(typed)}>
            <summary>Ajouter le réseau des maires (facultatif)</summary>
            <Partner
              {...fields}
              prefix="network"
              legend="Le réseau des maires"
              hint="L’association départementale des maires, par exemple."
              isOptional
            />
          </details>
        </Card>
        <Card title="3. Le périmètre">
          <Prose>
            <p>
              Les communes à qui le programme s’adresse. Mieux vaut commencer petit : on l’élargit en deux
              gestes.
            </p>
          </Prose>
          <PerimeterFields
            label="Par quelles communes commencer ?"
            places={places}
            doubts={doubts}
            withSuggested
            {...fields}
          />
        </Card>
        <Actions>
          <Button kind="main">Fonder le programme</Button>
        </Actions>
      </Form>
    </>
  )
}

/** What somebody signed in reads when the programme exists and no organisation has welcomed them yet. */
export function WaitingPage({ email }: { email: string }) {
  return (
    <>
      <PageHeader title="Il ne manque qu’une invitation" />
      <EmptyState title="Le programme est fondé, mais aucun organisme ne vous a encore accueilli.">
        {`Demandez à un membre de l’opérateur ou de l’association de vous ajouter à ses collègues, avec l’adresse ${email}.`}
      </EmptyState>
    </>
  )
}

type Fields = { typed: Typed; problems: readonly Problem[] }
type TextProps = Parameters<typeof TextField>[0] & Fields & { fallback?: string }

function Text({ typed, problems, fallback, ...field }: TextProps) {
  return <TextField {...field} value={typed[field.name] ?? fallback} error={errorOf(problems, field.name)} />
}

type PartnerProps = Fields & {
  prefix: 'operator' | 'association' | 'network'
  legend: string
  hint: string
  withDpo?: boolean
  dpoOptional?: boolean
  isOptional?: boolean
}

function Partner({ prefix, legend, hint, withDpo, dpoOptional, isOptional, typed, problems }: PartnerProps) {
  const fields = { typed, problems }

  return (
    <FieldGroup legend={legend} hint={hint}>
      <Text {...fields} name={`${prefix}Name`} label="Nom" optional={isOptional} />
      <TextArea
        name={`${prefix}Address`}
        label="Adresse postale"
        hint="Une ligne par ligne d’enveloppe, jusqu’au code postal et à la ville."
        rows={3}
        value={typed[`${prefix}Address`]}
        error={errorOf(problems, `${prefix}Address`)}
        optional={isOptional}
      />
      <Text
        {...fields}
        name={`${prefix}Email`}
        type="email"
        label="Adresse électronique"
        optional={isOptional}
      />
      {withDpo && (
        <>
          <Text {...fields} name={`${prefix}Phone`} type="tel" label="Téléphone" optional size="short" />
          <Text
            {...fields}
            name={`${prefix}Dpo`}
            type="email"
            label="Adresse électronique du délégué à la protection des données"
            optional={dpoOptional}
          />
        </>
      )}
    </FieldGroup>
  )
}

const errorOf = (problems: readonly Problem[], field: string) =>
  problems.find((problem) => problem.field === field)?.message

const hasNetwork = (typed: Typed) => Boolean(typed.networkName || typed.networkAddress || typed.networkEmail)
