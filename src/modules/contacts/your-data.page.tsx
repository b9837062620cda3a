import type { Organisation } from '#modules/organisations/index.ts'
import { registerPaths } from '#modules/outreach/index.ts'
import { typo } from '#ui/french.ts'

/** The two bodies that a town hall's answer may go to. */
export type Partners = { readonly operator: Organisation; readonly association: Organisation }

/** What the law has us say when somebody leaves their name (GDPR art. 13), folded under the form. */
export function YourData({ partners }: { partners: Partners }) {
  const { operator, association } = partners
  const contacts = [operator, association].flatMap(({ name, dpoEmail }) =>
    dpoEmail ? [{ name, dpoEmail }] : [],
  )

  return (
    <details>
      <summary>{typo('Vos données et vos droits')}</summary>
      <div class="prose">
        <p>
          {typo(
            `${operator.name} et ${association.name} décident ensemble de l’usage de votre réponse, pour proposer aux mairies un accompagnement vers le logiciel libre. Elle dit quelle mairie répond, ce que vous écrivez et, si vous les donnez, votre nom et vos coordonnées.`,
          )}
        </p>
        <p>
          {typo(
            'Elle est gardée trois ans après votre dernier échange avec nous. Une demande de ne plus écrire est gardée tant qu’elle vaut. Cette page ne dépose aucun cookie et n’appelle aucun autre site.',
          )}
        </p>
        <p>
          {typo('Vous pouvez demander à lire, corriger ou effacer ces données, et vous opposer à leur usage')}
          {contacts.length === 0
            ? typo(' en écrivant à ces organismes.')
            : contacts.map(({ name, dpoEmail }, rank) => (
                <>
                  {rank === 0 ? typo(' : ') : ' ; '}
                  {`${name}, `}
                  <a href={`mailto:${dpoEmail}`}>{dpoEmail}</a>
                </>
              ))}
          {contacts.length > 0 && '.'} {typo('Vous pouvez aussi vous plaindre à la CNIL (www.cnil.fr).')}
        </p>
        <p>
          <a href={registerPaths.essence()}>Qui répond de quoi, et pour combien de temps</a>
        </p>
      </div>
    </details>
  )
}
