import { Actions, Button } from '#ui/button.tsx'
import { Card, Prose, Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { serviceKindNames, serviceKinds } from '../services/service.ts'
import { AbsenceNotice } from './absence-notice.tsx'
import type { Absence } from './explain-absence.action.ts'
import type { HelpersListed } from './helper-line.ts'
import { orderPaths } from './order.paths.ts'
import type { workedExample } from './order-example.ts'
import type { HelpSought } from './question.ts'
import { recipe } from './recipe.ts'

export type OrderProps = {
  readonly listed?: HelpersListed
  readonly example: ReturnType<typeof workedExample>
  readonly needs: readonly { readonly slug: string; readonly label: string }[]
  readonly typed: {
    readonly need: string
    readonly commune: string
    readonly kind: string
    readonly company: string
  }
  readonly communeProblem?: string
  readonly absence?: Absence
  readonly areaNames: ReadonlyMap<string, string>
  readonly now: Date
  readonly exposuresHref: string
  readonly baseUrl: string
}

/** The order that nobody can buy: its rule, an example, today's figures, and why a company is not there. */
export function OrderPage(props: OrderProps) {
  return (
    <>
      <PageHeader
        title="L’ordre que personne ne peut acheter"
        lede="Qui vient en premier quand plusieurs entreprises peuvent vous aider ? Quatre chiffres publics le décident, et le sort départage les égales. Un papier et un crayon suffisent pour le refaire."
      />
      <Rule />
      <Example {...props} />
      <Today {...props} />
      <WhyNotSection {...props} />
      <Unknown {...props} />
    </>
  )
}

const figures = [
  {
    figure: '1er',
    says: 'Sert la commune',
    values:
      '1 si l’entreprise dit servir la commune, 0 si aucune commune n’est demandée. Qui ne la sert pas n’est pas dans la liste.',
    from: 'Ce que l’entreprise déclare sur sa page, daté',
  },
  {
    figure: '2e',
    says: 'Répond au besoin',
    values: '2 pour le besoin entier, 1 si elle ne sert qu’un logiciel qui y répond en partie.',
    from: 'Sa déclaration, et ce que l’annuaire dit du logiciel',
  },
  {
    figure: '3e',
    says: 'Références confirmées',
    values:
      'De 0 à 3 : ses travaux sur ce besoin que les communes ont elles-mêmes confirmés. Au-delà de trois, on les montre sans les compter.',
    from: 'Le lien reçu par la commune à son adresse officielle',
  },
  {
    figure: '4e',
    says: 'Répond aux demandes',
    values:
      '0 si elle a répondu à moins d’une demande de devis sur deux en douze mois, sur trois au moins. 1 sinon : qui débute n’est pas derrière, et un refus motivé est une réponse.',
    from: 'Les demandes de devis envoyées d’ici',
  },
]

const Rule = () => (
  <Section title="La règle">
    <DataTable
      caption="Les quatre chiffres, dans l’ordre où on les écrit"
      rows={figures}
      columns={[
        { label: 'Chiffre', header: true, cell: ({ figure }) => figure },
        { label: 'Ce qu’il dit', cell: ({ says }) => says },
        { label: 'Sa valeur', cell: ({ values }) => typo(values) },
        { label: 'D’où il vient', cell: ({ from }) => from },
      ]}
    />
    <Prose>
      <p>
        {typo(
          'Mis côte à côte, ils forment un nombre : le plus grand vient d’abord. Deux entreprises qui ont le même nombre sont égales : le sort les départage, chaque jour autrement. La graine du jour est l’empreinte SHA-256 de la date, du besoin et de la commune : ni les entreprises, ni ceux qui tiennent Beffroi n’en choisissent un mot. Chaque égale reçoit l’empreinte de la graine et de sa clé ; la plus petite passe devant.',
        )}
      </p>
    </Prose>
  </Section>
)

const Example = ({ example }: OrderProps) => (
  <Section title="Un exemple">
    <DataTable
      caption="Quatre entreprises inventées, pour un cimetière à Denain"
      rows={example.lines}
      columns={[
        { label: 'Entreprise', header: true, cell: ({ name }) => name },
        { label: 'Ce qu’on en sait', cell: ({ said }) => typo(said) },
        { label: 'Nombre', numeric: true, cell: ({ mark }) => <code>{mark}</code> },
        { label: 'Tirage', cell: ({ draw }) => <code>{draw.slice(0, 8)}</code> },
      ]}
    />
    <p class="soft">
      {typo(
        'Bruyère et Clef de Sol ont le même nombre : ce jour-là, le plus petit tirage est devant. Demain, ce sera peut-être l’autre. La graine, ',
      )}
      <code>{example.seed}</code>
      {typo(', est le début de l’empreinte de ')}
      <code>{example.words}</code>.
    </p>
  </Section>
)

const kindChoices = serviceKinds.map((kind) => ({ value: kind, label: serviceKindNames[kind] }))

const QuestionFields = ({ needs, typed, communeProblem }: OrderProps) => (
  <>
    <SelectField
      name="need"
      label="Le besoin"
      placeholder="Tous les besoins"
      value={typed.need}
      choices={needs.map(({ slug, label }) => ({ value: slug, label }))}
      optional
    />
    <TextField
      name="commune"
      label="La commune"
      hint="Son nom ou son code INSEE."
      value={typed.commune}
      error={communeProblem}
      optional
    />
    <SelectField
      name="kind"
      label="Le genre de service"
      placeholder="Peu importe"
      value={typed.kind}
      choices={kindChoices}
      optional
    />
  </>
)

const Today = (props: OrderProps) => (
  <Section title="Les chiffres d’aujourd’hui" id="aujourd-hui">
    <Card>
      <Form action={orderPaths.order()} method="get">
        <QuestionFields {...props} />
        <Actions>
          <Button kind="main">Montrer le calcul</Button>
        </Actions>
      </Form>
    </Card>
    {props.listed && <Computation listed={props.listed} {...props} />}
  </Section>
)

function Computation({ listed, now, baseUrl }: OrderProps & { listed: HelpersListed }) {
  const { lines, seed, seedWords, sought } = listed
  const json = orderPaths.json(sought)
  return (
    <>
      {lines.length === 0 ? (
        <Notice>Personne ne répond aujourd’hui à cette question : il n’y a rien à ordonner.</Notice>
      ) : (
        <DataTable
          caption={`L’ordre du ${date(now)}`}
          rows={lines.map((line, place) => ({ ...line, place: place + 1 }))}
          columns={[
            { label: 'Place', numeric: true, cell: ({ place }) => place },
            { label: 'Qui', header: true, cell: ({ name, path }) => <a href={path}>{name}</a> },
            { label: 'Nombre', numeric: true, cell: ({ mark }) => <code>{mark}</code> },
            {
              label: 'Références',
              numeric: true,
              cell: ({ confirmedReferences }) => confirmedReferences,
            },
            {
              label: 'Réponses',
              numeric: true,
              cell: ({ response: { asked, answered } }) => `${answered} sur ${asked}`,
            },
            { label: 'Tirage', cell: ({ draw }) => <code>{draw.slice(0, 8)}</code> },
          ]}
        />
      )}
      <h3>Le refaire chez soi</h3>
      <Prose>
        <p>
          {typo('La graine du jour : ')}
          <code>{seed}</code>
          {typo('. Sur n’importe quelle machine Linux ou macOS :')}
        </p>
        <pre tabindex={0}>
          <code>{`printf '${seedWords}' | sha256sum | cut -c1-16${
            lines[0] ? `\nprintf '${seed}/${lines[0].key}' | sha256sum` : ''
          }`}</code>
        </pre>
        <p>
          {typo('Tous les chiffres du jour, et la clé de chacune : ')}
          <a href={json}>les données en JSON</a>
          {typo('. Avec elles, cette douzaine de lignes (Node 18 ou plus récent) redonne l’ordre :')}
        </p>
        <pre tabindex={0}>
          <code>{recipe.replace('ADRESSE-DES-CHIFFRES-DU-JOUR', `${baseUrl}${json}`)}</code>
        </pre>
      </Prose>
    </>
  )
}

const WhyNotSection = (props: OrderProps) => (
  <Section title="Pourquoi pas cette entreprise ?" id="pourquoi-pas">
    {props.absence && (
      <AbsenceNotice {...props} absence={props.absence} href={hrefOf(props.listed?.sought)} />
    )}
    <Card>
      <Form action={`${orderPaths.order()}#pourquoi-pas`} method="get">
        {props.listed?.sought.softwareIds && (
          <HiddenField name="software" value={props.listed.sought.softwareIds.join('+')} />
        )}
        <TextField
          name="company"
          id="pourquoi-pas-company"
          label="L’entreprise"
          hint="Son nom ou son SIREN."
          value={props.typed.company}
        />
        <SelectField
          name="need"
          id="pourquoi-pas-need"
          label="Le besoin"
          placeholder="Tous les besoins"
          value={props.typed.need}
          choices={props.needs.map(({ slug, label }) => ({ value: slug, label }))}
          optional
        />
        <TextField
          name="commune"
          id="pourquoi-pas-commune"
          label="La commune"
          value={props.typed.commune}
          optional
        />
        <SelectField
          name="kind"
          id="pourquoi-pas-kind"
          label="Le genre de service"
          placeholder="Peu importe"
          value={props.typed.kind}
          choices={kindChoices}
          optional
        />
        <Actions>
          <Button>Dire pourquoi</Button>
        </Actions>
      </Form>
    </Card>
  </Section>
)

const hrefOf = (sought: HelpSought | undefined) => (company: string) => orderPaths.whyNot(sought, company)

const Unknown = ({ exposuresHref }: OrderProps) => (
  <Section title="Ce que l’ordre ne connaît pas">
    <Prose>
      <ul>
        <li>
          {typo(
            'Ni le nom, ni la taille, ni l’ancienneté, ni le prix, ni un paiement : aucune colonne de la base ne peut contenir un placement payé, et un essai automatique le vérifie.',
          )}
        </li>
        <li>
          {typo(
            'Ni le niveau que l’entreprise se donne (débute, pratique, contribue) : il est montré, mais rien ne le vérifie, alors il ne compte pas.',
          )}
        </li>
        <li>
          {typo(
            'L’opérateur, organisme public, ne vient que par ses services opérés, sous la même règle ; jamais pour ce que les entreprises vendent.',
          )}
        </li>
      </ul>
      <p>
        <a href={exposuresHref}>Le registre public des affichages</a>
        {typo(
          ' montre ce que cet ordre a donné, jour après jour : à chacune, et à parts égales entre égales.',
        )}
      </p>
    </Prose>
  </Section>
)
