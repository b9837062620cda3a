import type { FormValues, Problem } from '#platform/http/form.ts'
import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { ErrorSummary, Notice } from '#ui/notice.tsx'
import { Hero } from '#ui/page-header.tsx'
import type { Company } from '../census/census.queries.ts'
import { companyPaths } from '../companies.paths.ts'
import { claimDays, mailboxesOf } from './claim.ts'
import { claimPaths } from './claims.paths.ts'

type Filled = { readonly problems?: readonly Problem[]; readonly typed?: FormValues }

const fields =
  ({ problems = [], typed = {} }: Filled) =>
  (name: string) => ({
    name,
    value: typed[name],
    error: problems.find((problem) => problem.field === name)?.message,
  })

const siren = {
  label: 'SIREN ou SIRET',
  hint: 'Neuf ou quatorze chiffres, comme sur un extrait Kbis ou une facture.',
  inputmode: 'numeric',
  autocomplete: 'off',
  size: 'short',
} as const

const person = { label: 'Votre prénom et votre nom', autocomplete: 'name' } as const

type ClaimPageProps = Filled & {
  readonly company: Company
  /** Which of the two forms was refused. */
  readonly way?: 'mailbox' | 'by-hand'
}

/** How a company takes its page: by a mailbox that the census knows, or by a person who looks at its evidence. */
export function ClaimPage({ company, way, ...filled }: ClaimPageProps) {
  const mailboxes = mailboxesOf(company)
  const hasMailbox = Boolean(mailboxes.census ?? mailboxes.domain)

  return (
    <>
      <ErrorSummary problems={filled.problems ?? []} />
      <Hero
        title={`Prendre la fiche de ${company.name}`}
        lede="Vous direz vous-même ce que vous faites, pour qui et où. C’est gratuit, et rien ne s’y achète : ni place, ni rang."
      />
      {hasMailbox && <ByMailbox company={company} {...(way === 'by-hand' ? {} : filled)} />}
      <ByHand company={company} hasMailbox={hasMailbox} {...(way === 'by-hand' ? filled : {})} />
      <p>
        <a href={companyPaths.show(company)}>{`Retour à la fiche de ${company.name}`}</a>
      </p>
    </>
  )
}

function ByMailbox({ company, ...filled }: Filled & { readonly company: Company }) {
  const field = fields(filled)
  const { census, domain } = mailboxesOf(company)
  const choices = [
    ...(census ? [{ value: 'census', label: census, hint: 'L’adresse que donne le recensement.' }] : []),
    ...(domain
      ? [{ value: 'domain', label: `Une autre boîte en @${domain}`, hint: 'Le domaine de votre site.' }]
      : []),
  ]

  return (
    <Card title="Par une boîte de l’entreprise">
      <p>
        {typo(
          `Un lien part vers une boîte déjà connue de l’entreprise, et vers aucune autre : qui ne la lit pas ne peut rien changer. Il marche ${claimDays} jours.`,
        )}
      </p>
      <Form action={claimPaths.ask(company)} once={filled.typed?.once}>
        <TextField {...field('siren')} {...siren} value={filled.typed?.siren ?? company.siren ?? ''} />
        <TextField {...field('personName')} {...person} />
        <RadioField
          {...field('mailbox')}
          label="Où envoyer le lien"
          value={filled.typed?.mailbox ?? choices[0]?.value}
          choices={choices}
        />
        {domain && (
          <TextField
            {...field('local')}
            label={`Ce qui précède @${domain}`}
            hint="Si vous avez choisi l’autre boîte : « contact », « direction »…"
            autocomplete="off"
            size="short"
            optional
          />
        )}
        <Actions>
          <Button kind="main">Envoyer le lien</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function ByHand({
  company,
  hasMailbox,
  ...filled
}: Filled & { readonly company: Company; readonly hasMailbox: boolean }) {
  const field = fields(filled)
  const form = (
    <Form action={claimPaths.byHand(company)} once={filled.typed?.once}>
      <TextField
        {...field('siren')}
        id="siren-pieces"
        {...siren}
        value={filled.typed?.siren ?? company.siren ?? ''}
      />
      <TextField {...field('personName')} id="nom-pieces" {...person} />
      <TextField
        {...field('email')}
        type="email"
        label="L’adresse qui tiendra la fiche"
        hint="Vous entrerez avec elle, et la réponse y sera envoyée."
        autocomplete="email"
      />
      <TextArea
        {...field('evidence')}
        label="Ce qui montre que vous agissez pour l’entreprise"
        hint="Votre fonction, le nom du dirigeant au registre, un numéro où vous rappeler au standard… Pas de pièce d’identité."
        rows={4}
        maxlength={2000}
      />
      <Actions>
        <Button kind={hasMailbox ? 'plain' : 'main'}>Demander à une personne de vérifier</Button>
      </Actions>
    </Form>
  )

  return (
    <Card title={hasMailbox ? 'Vous ne lisez plus ces boîtes ?' : 'Par une personne qui vérifie'}>
      <p>
        {typo(
          hasMailbox
            ? 'Une personne de l’opérateur ou de l’association regarde vos éléments, puis accepte ou refuse en disant pourquoi.'
            : 'Aucune boîte de cette entreprise n’est connue : une personne de l’opérateur ou de l’association regarde vos éléments, puis accepte ou refuse en disant pourquoi.',
        )}
      </p>
      {hasMailbox ? (
        <details open={(filled.problems ?? []).length > 0}>
          <summary>Demander une vérification</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Card>
  )
}

/** The link has left: where to, and what happens next. */
export const ClaimSentPage = ({
  name,
  address,
  isDemo,
}: {
  readonly name: string
  readonly address: string
  readonly isDemo: boolean
}) => (
  <>
    <Hero
      title="Le lien est parti"
      lede={`Il attend dans ${address}. Ouvrez-le et pressez le bouton : la fiche de ${name} sera la vôtre.`}
    />
    {isDemo && (
      <Notice title="Démonstration">
        Rien ne part d’ici : ce courriel attend dans la boîte d’envoi de l’atelier.
      </Notice>
    )}
    <p>{typo(`Le lien marche ${claimDays} jours. Sans ce geste, rien ne change.`)}</p>
  </>
)

/** The evidence waits for a person. */
export const ClaimWaitingPage = ({ name, address }: { readonly name: string; readonly address: string }) => (
  <Hero
    title="Votre demande est reçue"
    lede={`Une personne va la lire. La réponse, avec son motif, partira vers ${address}. D’ici là, la fiche de ${name} ne change pas.`}
  />
)

type ProofPageProps = {
  readonly action: string
  readonly company: string
  readonly siren: string
  readonly personName: string
}

/** Asks for one press of a button: opening the page, as mail scanners do, changes nothing. */
export const ProofPage = ({ action, company, siren, personName }: ProofPageProps) => (
  <>
    <Hero
      title={`Tenir la fiche de ${company}`}
      lede={`${personName} la tiendra au nom de l’entreprise (SIREN ${siren}), en entrant avec l’adresse où ce lien est arrivé.`}
    />
    <Form action={action}>
      <Button kind="main">Prendre cette fiche</Button>
    </Form>
    <p class="soft">{typo('Vous n’avez rien demandé ? Fermez cette page : rien ne change.')}</p>
  </>
)

/** The page is theirs: how to enter. */
export const ClaimedPage = ({
  name,
  address,
  signInHref,
}: {
  readonly name: string
  readonly address: string
  readonly signInHref: string
}) => (
  <>
    <Hero
      title="La fiche est à vous"
      lede={`Entrez avec ${address} : un code à six chiffres y arrivera. Vous direz ensuite ce que fait ${name}, et où.`}
    />
    <p>
      <a class="button" data-kind="main" href={signInHref}>
        Entrer pour remplir la fiche
      </a>
    </p>
  </>
)

/** For a link that is cut, used or old. */
export const WrongLinkPage = ({ message }: { readonly message: string }) => (
  <>
    <Hero title="Ce lien ne va pas" lede={message} />
    <p>
      <a href={companyPaths.list()}>Chercher la fiche de mon entreprise</a>
    </p>
  </>
)

/** A company that is not in the census enters it by itself. */
export function RegisterPage(
  filled: Filled & { readonly known?: { readonly name: string; readonly path: string } },
) {
  const field = fields(filled)

  return (
    <>
      <ErrorSummary problems={filled.problems ?? []} />
      <Hero
        title="Inscrire mon entreprise"
        lede="Pour une entreprise qui aide les mairies à se servir de logiciels libres. La fiche paraît quand la boîte indiquée a répondu ; elle dit qu’elle est inscrite par l’entreprise elle-même."
      />
      {filled.known && (
        <Notice kind="warning" title="Elle est déjà dans le recensement">
          <a href={filled.known.path}>{`Voir la fiche de ${filled.known.name}`}</a>
        </Notice>
      )}
      <Form action={claimPaths.register()} once={filled.typed?.once}>
        <TextField {...field('name')} label="Nom de l’entreprise" autocomplete="organization" />
        <TextField {...field('siren')} {...siren} />
        <TextField {...field('personName')} {...person} />
        <TextField
          {...field('email')}
          type="email"
          label="Boîte de l’entreprise"
          hint="Le lien y part ; elle est publiée sur la fiche, et vous entrerez avec elle."
          autocomplete="email"
        />
        <TextField
          {...field('website')}
          type="url"
          label="Site"
          hint="Comme https://www.exemple.fr"
          optional
        />
        <TextArea
          {...field('postalAddress')}
          label="Adresse postale"
          rows={3}
          autocomplete="street-address"
          optional
        />
        <Actions>
          <Button kind="main">Envoyer le lien</Button>
        </Actions>
      </Form>
    </>
  )
}
