import type { Organisation } from '#modules/organisations/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { typo } from '#ui/french.ts'
import { Hero } from '#ui/page-header.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { formatPhone } from '#values/phone.ts'
import type { Wish } from './contact.ts'
import { replyPaths } from './contacts.paths.ts'

export type ThanksProps = {
  readonly code: string
  readonly commune: { readonly name: string; readonly nameType: number }
  readonly wish: Wish
  readonly receiver: Organisation
}

/** What happens after the answer, and by whom. The town hall may change its mind from here. */
export function ReplyThanksPage({ code, commune, wish, receiver }: ThanksProps) {
  const townHall = `la mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`

  return (
    <>
      <Hero title="Votre réponse est enregistrée" lede={nextFor(wish, receiver.name, townHall)} />
      <Card title={receiver.name}>
        <p>{typo('Pour nous joindre sans attendre :')}</p>
        <DataList>
          {receiver.phone && (
            <Datum label="Téléphone">
              <a href={`tel:${receiver.phone}`}>{formatPhone(receiver.phone)}</a>
            </Datum>
          )}
          {receiver.email && (
            <Datum label="Courriel">
              <a href={`mailto:${receiver.email}`}>{receiver.email}</a>
            </Datum>
          )}
          {receiver.postalAddress && (
            <Datum label="Adresse">{receiver.postalAddress.split('\n').join(', ')}</Datum>
          )}
        </DataList>
      </Card>
      <div class="actions">
        <ButtonLink href={replyPaths.answer(code)}>Changer notre réponse</ButtonLink>
      </div>
    </>
  )
}

function nextFor(wish: Wish, receiver: string, townHall: string) {
  const sentences: Record<Wish, string> = {
    'call-back': `${receiver} vous rappellera. Vous n’avez rien d’autre à faire.`,
    need: `${receiver} lira votre besoin et répondra à ${townHall}. Vous n’avez rien d’autre à faire.`,
    'not-now': `C’est noté. Le jour où cela vous intéresse, le code de la lettre vous ramène ici.`,
    'do-not-write': `C’est noté : plus aucune lettre ni aucun courriel ne partira vers ${townHall}. Si vous changez d’avis, écrivez à ${receiver}.`,
  }
  return sentences[wish]
}
