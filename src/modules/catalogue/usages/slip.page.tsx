import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { WritingLines } from '#ui/writing-lines.tsx'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import type { DeclarationRow } from './declarations.queries.ts'
import { saidInWords } from './usage-words.ts'

type SlipPageProps = { readonly declaration: DeclarationRow; readonly sender: string; readonly now: Date }

/** The paper way of confirming, for a town hall that has no e-mail or wants none. */
export const SlipPage = ({ declaration, sender, now }: SlipPageProps) => (
  <>
    <PageHeader
      title="Fiche à signer par la mairie"
      lede="Imprimez cette page, faites-la signer, remettez-la à l’opérateur du programme."
    />
    <DataList>
      <Datum label="Mairie">{`${declaration.commune} (${declaration.insee})`}</Datum>
      <Datum label="Ce qui est dit">{saidInWords(declaration)}</Datum>
      <Datum label="Dit par">{declaration.declaredBy}</Datum>
      <Datum label="Le">{date(declaration.declaredAt)}</Datum>
      <Datum label="À remettre à">{sender}</Datum>
      <Datum label="Numéro">
        <span class="code">{declaration.id}</span>
      </Datum>
    </DataList>
    <p>
      {typo(
        `La mairie ${ofCommune(declaration.commune, declaration.nameType as NameLink)} confirme ce qui précède, et accepte que la ligne paraisse dans l’annuaire public. Elle peut la retirer à tout moment.`,
      )}
    </p>
    <p>☐ Nous acceptons un appel d’une mairie semblable, trois fois par trimestre au plus.</p>
    <p>Nom, fonction, date, signature et cachet :</p>
    <WritingLines lines={4} />
    <p class="soft">{typo(`Fiche tirée le ${date(now)}.`)}</p>
  </>
)
