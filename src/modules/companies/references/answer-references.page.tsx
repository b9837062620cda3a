import { Button } from '#ui/button.tsx'
import { Checkbox, RadioField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { FieldGroup, Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { serviceKindNames } from '../services/service.ts'
import { type FilledForm, fieldOf } from '../services/service-form.tsx'
import { referencePaths } from './references.paths.ts'
import type { Reference } from './references.queries.ts'

type Commune = { readonly name: string; readonly nameType: number }

const townHallOf = ({ name, nameType }: Commune) => `la mairie ${ofCommune(name, nameType as NameLink)}`

type AnswerProps = FilledForm & {
  readonly token: string
  readonly commune: Commune
  readonly works: readonly Reference[]
}

/** A town hall says whether companies worked for it as they say. Opening the page, as mail scanners do, changes nothing. */
export function AnswerReferencesPage({ token, commune, works, ...filled }: AnswerProps) {
  const field = fieldOf(filled)
  if (works.length === 0)
    return (
      <EmptyState title="Il n’y a plus rien à confirmer">
        Ces travaux ont été retirés par leurs entreprises.
      </EmptyState>
    )

  return (
    <>
      <ErrorSummary problems={filled.problems ?? []} />
      <Hero
        title="Est-ce exact ?"
        lede={`Des entreprises disent avoir travaillé pour ${townHallOf(commune)}. Votre parole décide de ce que montre l’annuaire.`}
      />
      <Form action={referencePaths.answer(token)}>
        {works.map((work) => (
          <FieldGroup legend={`${work.company}, ${work.year}`} hint={hintOf(work)}>
            <RadioField
              {...field(`word-${work.id}`)}
              value={filled.typed?.[`word-${work.id}`] ?? wordOf(work)}
              label="Votre réponse"
              choices={[
                { value: 'yes', label: 'Oui, c’est exact' },
                { value: 'no', label: 'Non, ce n’est pas exact' },
                { value: 'later', label: 'Je ne sais pas encore' },
              ]}
            />
            <TextField
              {...field(`why-${work.id}`)}
              value={filled.typed?.[`why-${work.id}`] ?? work.whyRefused ?? ''}
              label="Si non, pourquoi"
              hint="Publié sur la fiche de l’entreprise, qui peut répondre."
              maxlength={300}
              optional
            />
          </FieldGroup>
        ))}
        <Checkbox name="writesNoMore" label="Ne plus nous écrire à ce sujet" />
        <Button kind="main">Envoyer notre réponse</Button>
      </Form>
      <p class="soft">
        {typo('Ce lien marche trente jours ; jusque-là, vous pouvez revenir sur votre réponse.')}
      </p>
    </>
  )
}

const hintOf = ({ kind, softwareName, needLabel }: Reference) =>
  `${serviceKindNames[kind]} : ${[softwareName, needLabel].filter(Boolean).join(', ')}`

const wordOf = ({ state }: Reference) =>
  state === 'confirmed' ? 'yes' : state === 'refused' ? 'no' : 'later'

/** The answer is taken. */
export const ReferencesAnsweredPage = ({ commune }: { readonly commune: Commune }) => (
  <Hero
    title="Merci, c’est noté"
    lede={`La parole de ${townHallOf(commune)} est écrite sur la fiche de chaque entreprise. Vous pouvez revenir sur cette page pendant trente jours.`}
  />
)

/** For a link that is cut or old. */
export const WrongReferenceLinkPage = ({ isExpired }: { readonly isExpired: boolean }) => (
  <Hero
    title="Ce lien ne va pas"
    lede={
      isExpired
        ? 'Il a plus de trente jours. Rien n’a changé : ces travaux restent déclarés par les entreprises, non confirmés.'
        : 'Il est coupé, ou n’est pas de nous. Copiez-le en entier depuis le courriel.'
    }
  />
)
