import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Card, Prose } from '#ui/card.tsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { DateField, TextArea, TextField } from '#ui/field.tsx'
import { FieldGroup, Form, HiddenField } from '#ui/form.tsx'
import { plural, typo } from '#ui/french.ts'
import { EmptyState, ErrorSummary } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { kindsOf, referenceWords } from '../order/helper-words.ts'
import { orderPaths } from '../order/order.paths.ts'
import type { Offered } from './offered-providers.action.ts'
import { fewestAsked } from './quote.ts'
import { quotePaths } from './quotes.paths.ts'

type Needs = readonly { readonly slug: string; readonly label: string }[]

export type QuestionProps = {
  readonly needs: Needs
  readonly typed: FormValues
  readonly problems: readonly Problem[]
}

/** First, for what and where: those who may be asked depend on it. */
export const QuoteQuestionPage = ({ needs, typed, problems }: QuestionProps) => (
  <>
    <PageHeader title="Demander des devis" lede={lede} />
    <ErrorSummary problems={problems} />
    <Card>
      <Form action={quotePaths.new()} method="get">
        <SelectField
          name="need"
          label="Votre besoin"
          placeholder="Choisissez"
          value={typed.need}
          choices={needs.map(({ slug, label }) => ({ value: slug, label }))}
          error={problems.find(({ field }) => field === 'need')?.message}
        />
        <TextField
          name="commune"
          label="Votre commune"
          hint="Son nom ou son code INSEE."
          value={typed.commune}
          error={problems.find(({ field }) => field === 'commune')?.message}
        />
        <Actions>
          <Button kind="main">Voir qui peut répondre</Button>
        </Actions>
      </Form>
    </Card>
  </>
)

const lede =
  'Le même texte à trois prestataires au moins, le même jour, avec la même date de réponse. Rien ne part sans l’accord de la mairie, donné par le lien reçu à son adresse officielle.'

export type NewQuoteProps = {
  readonly need: { readonly slug: string; readonly label: string }
  readonly commune: { readonly insee: string; readonly name: string; readonly nameType: number }
  readonly offered: readonly Offered[]
  readonly seed: string
  readonly earliest: string
  readonly typed: FormValues
  readonly chosen: readonly string[]
  readonly problems: readonly Problem[]
}

/** The request itself: a plain text to fill in, and those it goes to in the order that nobody can buy. */
export function NewQuotePage(props: NewQuoteProps) {
  const { need, commune, offered, problems, typed } = props
  const reachable = offered.filter(({ email }) => email)
  return (
    <>
      <PageHeader title={`Demander des devis : ${need.label}`} lede={lede} />
      <ErrorSummary problems={problems} />
      {reachable.length === 0 ? (
        <EmptyState
          title="Personne à qui demander pour l’instant"
          action={{ label: 'Pourquoi ?', href: orderPaths.whyNot({ need: need.slug, insee: commune.insee }) }}
        >
          {`Aucun prestataire ne dit servir ${commune.name} pour ce besoin et ne peut recevoir de courriel.`}
        </EmptyState>
      ) : (
        <Form
          action={quotePaths.new()}
          once={problems.some(({ field }) => field === 'once') ? undefined : typed.once}
        >
          <HiddenField name="need" value={need.slug} />
          <HiddenField name="commune" value={commune.insee} />
          <Words {...props} />
          <Providers {...props} reachable={reachable} />
          <Actions>
            <Button kind="main">Préparer la demande</Button>
          </Actions>
          <p class="soft">
            {typo(
              `La mairie ${ofCommune(commune.name, commune.nameType as NameLink)} recevra un lien à son adresse officielle. Avant qu’elle l’ouvre et confirme, rien ne part à personne. Le texte et les réponses sont effacés un an après la date ; il reste qui a été interrogé et qui a répondu.`,
            )}
          </p>
        </Form>
      )}
    </>
  )
}

function Words({ typed, problems, earliest }: NewQuoteProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })
  return (
    <FieldGroup legend="Votre demande" hint="En mots simples, sans nom de marque : c’est ce que chacun lira.">
      <TextArea
        {...field('situation')}
        label="Votre situation aujourd’hui"
        hint="Par exemple : « Deux postes, un tableur pour les concessions, des plans sur papier. »"
        rows={4}
      />
      <TextArea
        {...field('wanted')}
        label="Ce que vous attendez"
        hint="Par exemple : « Reprendre nos concessions, former deux agents, être aidés la première année. »"
        rows={4}
      />
      <TextField
        {...field('size')}
        label="La taille"
        hint="Habitants, postes, personnes qui s’en serviront."
        size="long"
        optional
      />
      <TextField
        {...field('contact')}
        label="Qui peut répondre aux questions"
        hint="Un nom de service et un téléphone suffisent. Tous les prestataires le liront."
        size="long"
      />
      <DateField
        {...field('answerBy')}
        label="Date de réponse, la même pour tous"
        min={earliest}
        value={typed.answerBy}
      />
    </FieldGroup>
  )
}

const whyNotNames = {
  'no-address': 'pas d’adresse électronique connue',
  opposed: 'ne veut pas recevoir de courriel',
}

function Providers({
  offered,
  reachable,
  chosen,
  typed,
  problems,
  seed,
  need,
  commune,
}: NewQuoteProps & { reachable: readonly Offered[] }) {
  const errorOf = (name: string) => problems.find((problem) => problem.field === name)?.message
  const others = offered.filter(({ email }) => !email)
  return (
    <FieldGroup legend="À qui">
      <Prose>
        <p>
          {typo(
            reachable.length < fewestAsked
              ? `${plural(reachable.length, 'prestataire dit', 'prestataires disent')} servir ${commune.name} pour ce besoin : la demande va à tous.`
              : `Dans l’ordre du jour (graine ${seed}) ; les premiers sont cochés. Vous pouvez en ajouter, ou en choisir d’autres en disant pourquoi.`,
          )}{' '}
          <a href={orderPaths.order({ need: need.slug, insee: commune.insee })}>Comment l’ordre se calcule</a>
        </p>
      </Prose>
      <CheckboxField
        name="providers"
        label="Prestataires interrogés"
        values={chosen}
        error={errorOf('providers')}
        choices={reachable.map((line, place) => ({
          value: line.key,
          label: `${place + 1}. ${line.name}`,
          hint: [...kindsOf(line), referenceWords(line)].join(' · '),
        }))}
      />
      {others.length > 0 && (
        <p class="soft">
          {typo(
            `Ne peuvent être interrogés par courriel : ${others.map(({ name, whyNot }) => `${name} (${whyNot ? whyNotNames[whyNot] : ''})`).join(', ')}.`,
          )}
        </p>
      )}
      <TextArea
        name="why"
        label="Pourquoi d’autres que les premiers"
        hint="Seulement si vous changez le choix. Ce motif reste dans votre dossier."
        rows={2}
        optional
        value={typed.why}
        error={errorOf('why')}
      />
    </FieldGroup>
  )
}

/** Nothing has left: what happens now. */
export const QuoteAskedPage = ({ townHall }: { townHall: string }) => (
  <>
    <PageHeader
      title="La demande est prête, rien n’est parti"
      lede={`Un courriel vient d’être envoyé à l’adresse officielle de ${townHall}. Le lien qu’il contient montre la demande telle qu’elle partira, et un bouton l’envoie.`}
    />
    <Prose>
      <p>
        {typo(
          'Ce même lien ouvrira ensuite la page où lire les réponses : gardez le courriel. S’il n’arrive pas dans l’heure, regardez dans les indésirables, ou appelez l’opérateur du programme.',
        )}
      </p>
    </Prose>
  </>
)
