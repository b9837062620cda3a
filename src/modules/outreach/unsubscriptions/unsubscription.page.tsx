import { Button } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { typo } from '#ui/french.ts'
import { Hero } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { unsubscriptionPaths } from './unsubscriptions.paths.ts'

/** Who is asked about: a town hall by its commune, or a company when there is no way to link its name. */
type Addressee = { readonly name: string; readonly nameType: number | null }

const nameOf = ({ name, nameType }: Addressee) =>
  nameType === null ? `l’entreprise ${name}` : `la mairie ${ofCommune(name, nameType as NameLink)}`

/** Asks for one press of a button: opening the page, as mail scanners do, changes nothing. */
export function UnsubscriptionPage({
  token,
  addressee,
}: {
  readonly token: string
  readonly addressee: Addressee
}) {
  return (
    <>
      <Hero
        title="Ne plus recevoir nos courriels"
        lede={`Un seul bouton, sans motif à donner : nous n’écrirons plus à ${nameOf(addressee)}.`}
      />
      <Form action={unsubscriptionPaths.page(token)}>
        <RadioField
          name="scope"
          label="Ce que vous ne voulez plus recevoir"
          value="all"
          choices={[
            { value: 'all', label: 'Plus rien', hint: 'Ni courriel ni lettre.' },
            {
              value: 'email',
              label: 'Plus de courriels',
              hint: 'Une lettre peut encore venir par la poste.',
            },
          ]}
        />
        <TextField name="reason" label="Pourquoi, si vous voulez le dire" optional maxlength={200} />
        <Button kind="main">Ne plus recevoir d’envoi</Button>
      </Form>
      <p class="soft">
        {typo('Votre demande est suivie à l’instant même. Il n’y a ni compte à ouvrir, ni mot de passe.')}
      </p>
    </>
  )
}

/** Says that it is done, whether by the mailbox's own button or by ours. */
export function UnsubscribedPage({
  scope,
  addressee,
}: {
  readonly scope: 'all' | 'email'
  readonly addressee: Addressee
}) {
  return (
    <Hero
      title="C’est fait"
      lede={
        scope === 'all'
          ? `Plus aucun courriel ni aucune lettre ne partira vers ${nameOf(addressee)}.`
          : `Plus aucun courriel ne partira vers ${nameOf(addressee)}.`
      }
    />
  )
}

export type Contact = { readonly name: string; readonly email: string | null; readonly phone: string | null }

/** For a link that a mailbox has cut or changed: the other ways, which are as good. */
export function UnknownTokenPage({ contact }: { readonly contact?: Contact }) {
  return (
    <>
      <Hero
        title="Ce lien ne va pas"
        lede="Il est coupé, ou n’est pas de nous : rien n’a été enregistré. Copiez-le en entier depuis notre courriel, ou prenez un autre chemin."
      />
      <ul>
        <li>{typo('Répondez au courriel que vous avez reçu : « Ne nous écrivez plus » suffit.')}</li>
        {contact?.email && (
          <li>
            {typo(`Écrivez à ${contact.name} : `)}
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </li>
        )}
        {contact?.phone && <li>{typo(`Appelez ${contact.name} : ${contact.phone}`)}</li>}
        <li>
          <a href="/r">Tapez le code de réponse imprimé en bas du message</a>
        </li>
      </ul>
    </>
  )
}
