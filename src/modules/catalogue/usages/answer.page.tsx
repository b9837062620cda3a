import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Checkbox, RadioField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Said } from './said.queries.ts'
import { saidLine } from './said-words.ts'
import { usagePaths } from './usages.paths.ts'

export type AnswerPageProps = {
  readonly token: string
  readonly insee: string
  /** « la mairie d’Abscon ». */
  readonly townHall: string
  readonly said: readonly Said[]
  readonly isDone: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** What a town hall answers by the link of its mail; opening the page, as mail scanners do, changes nothing. */
export function AnswerPage({ token, insee, townHall, said, isDone, typed, problems }: AnswerPageProps) {
  const waiting = said.filter(({ confirmedAt, refusedAt }) => !confirmedAt && !refusedAt)
  const standing = said.filter(({ confirmedAt }) => confirmedAt)
  const refused = said.filter(({ refusedAt }) => refusedAt)

  return (
    <>
      <Hero
        title={`Ce que l’on dit de ${townHall}`}
        lede={
          waiting.length > 0
            ? 'Rien ne paraît sans vous. Dites ce qui est exact ; ce que vous laissez de côté reste caché.'
            : 'Un bouton suffit si tout est encore vrai. Corrigez ou retirez ce qui ne l’est plus.'
        }
      />
      {isDone && (
        <Notice kind="success" title="Vos réponses sont enregistrées">
          <a href={usagePaths.commune(insee)}>Voir la page publique de la commune</a>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {said.length === 0 && (
        <Notice>Plus rien n’est dit de votre commune : il n’y a rien à confirmer.</Notice>
      )}
      <Form action={usagePaths.answer(token)}>
        {waiting.map((one) => (
          <Item said={one} typed={typed} problems={problems} />
        ))}
        {standing.map((one) => (
          <Item said={one} typed={typed} problems={problems} />
        ))}
        {refused.map((one) => (
          <Item said={one} typed={typed} problems={problems} />
        ))}
        <Checkbox
          name="writesNoMore"
          label="Ne plus nous écrire à ce sujet"
          hint="Suivi à l’instant même. Vous pourrez toujours répondre à l’opérateur du programme."
          optional
        />
        <Actions>
          <Button kind="main">Enregistrer nos réponses</Button>
        </Actions>
      </Form>
      <p class="soft">
        {typo('Ce lien marche trente jours. Il ne donne accès à rien d’autre : ni compte, ni mot de passe.')}
      </p>
    </>
  )
}

type ItemProps = {
  readonly said: Said
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

function Item({ said, typed, problems }: ItemProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const isStanding = said.confirmedAt !== null
  const first = said.refusedAt ? 'later' : isStanding ? 'yes' : undefined

  return (
    <Card title={saidLine(said)}>
      <p class="soft">
        {typo(`Dit par ${said.declaredBy}, le ${date(said.declaredAt)}`)}
        {said.formerName && typo(`, pour ${said.formerName}`)}
        {said.confirmedAt &&
          typo(` ; confirmé, dit en dernier le ${date(said.renewedAt ?? said.confirmedAt)}`)}{' '}
        {said.refusedAt && <Tag label="Vous avez dit que ce n’est pas vous" />}
      </p>
      <RadioField
        name={`answer-${said.id}`}
        label="Votre réponse"
        value={typed[`answer-${said.id}`] ?? first}
        error={errorOf(`answer-${said.id}`)}
        choices={isStanding ? standingChoices(said) : said.refusedAt ? refusedChoices : waitingChoices(said)}
      />
      {said.kind === 'usages' && !said.refusedAt && (
        <>
          <TextField
            name={`why-${said.id}`}
            label="Si vous l’avez abandonné, pourquoi"
            optional
            size="long"
            maxlength={300}
            value={typed[`why-${said.id}`]}
            error={errorOf(`why-${said.id}`)}
          />
          <Checkbox
            name={`call-${said.id}`}
            label="Nous acceptons un appel d’une mairie semblable"
            hint="Trois demandes par trimestre au plus, par courriel. Vous racontez, vous n’assistez pas."
            optional
            checked={isStanding && said.acceptsCall}
          />
        </>
      )}
    </Card>
  )
}

const left = { value: 'left', label: 'Nous l’avons abandonné' }

const waitingChoices = ({ kind }: Said) => [
  { value: 'yes', label: 'Oui, c’est exact' },
  ...(kind === 'usages' ? [left] : []),
  {
    value: 'not-us',
    label: 'Non, ce n’est pas nous',
    hint: 'La ligne est retirée, et nous ne poserons plus la question pendant deux ans.',
  },
  { value: 'later', label: 'Je réponds plus tard' },
]

const back = { value: 'back', label: 'Nous l’utilisons de nouveau' }

const standingChoices = (said: Said) => [
  { value: 'yes', label: 'Toujours vrai' },
  ...(said.kind === 'usages' ? [said.state === 'left' ? back : left] : []),
  { value: 'remove', label: 'Retirer cette ligne de l’annuaire' },
]

const refusedChoices = [
  { value: 'later', label: 'Ce n’est toujours pas nous' },
  { value: 'yes', label: 'Finalement, c’est exact' },
]

type DeadLinkProps = { readonly token: string; readonly isExpired: boolean; readonly isSent: boolean }

/** A link cut or too old: another goes to the official address, never elsewhere. */
export const DeadLinkPage = ({ token, isExpired, isSent }: DeadLinkProps) => (
  <>
    <Hero
      title={isExpired ? 'Ce lien n’est plus valable' : 'Ce lien ne va pas'}
      lede={
        isExpired
          ? 'Il avait trente jours. Rien n’a été enregistré.'
          : 'Il est coupé, ou n’est pas de nous : rien n’a été enregistré. Copiez-le en entier depuis notre courriel.'
      }
    />
    {isSent && (
      <Notice kind="success" title="C’est demandé">
        Un nouveau lien part à l’adresse officielle de la mairie, une fois par jour au plus.
      </Notice>
    )}
    {isExpired && !isSent && (
      <Form action={usagePaths.newLink(token)}>
        <Button kind="main">Recevoir un nouveau lien à l’adresse de la mairie</Button>
      </Form>
    )}
  </>
)
