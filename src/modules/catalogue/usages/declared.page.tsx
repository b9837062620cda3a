import { ButtonLink } from '#ui/button.tsx'
import { typo } from '#ui/french.ts'
import { Hero } from '#ui/page-header.tsx'
import type { DeclarationRow } from './declarations.queries.ts'
import { saidInWords } from './usage-words.ts'
import { usagePaths } from './usages.paths.ts'

type DeclaredPageProps = { readonly declaration: DeclarationRow; readonly isWrittenTo: boolean }

/** What happens next, in the same words whatever became of the declaration: nobody learns here what a town hall refuses. */
export const DeclaredPage = ({ declaration, isWrittenTo }: DeclaredPageProps) => (
  <>
    <Hero
      title="Votre déclaration est enregistrée"
      lede={`${declaration.commune} : ${saidInWords(declaration)}.`}
    />
    {isWrittenTo ? (
      <p>
        {typo(
          'Beffroi écrit à l’adresse officielle de la mairie, une fois par jour au plus. Dès que la mairie aura cliqué sur le lien de ce courriel, la ligne paraîtra. D’ici là, personne ne la voit.',
        )}
      </p>
    ) : (
      <p>
        {typo(
          'Nous n’avons pas d’adresse électronique où écrire à cette mairie. Imprimez la fiche, faites-la signer, et remettez-la à l’opérateur du programme : il confirmera à la main.',
        )}
      </p>
    )}
    <p>
      <ButtonLink href={usagePaths.slip(declaration.id)}>Ouvrir la fiche à signer</ButtonLink>
    </p>
    <p>
      <a href={usagePaths.declare({ commune: declaration.insee })}>
        Déclarer un autre logiciel de cette commune
      </a>
    </p>
  </>
)
