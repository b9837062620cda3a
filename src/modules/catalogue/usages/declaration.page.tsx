import { Columns } from '#ui/columns.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { lastWordOf, standingLooks } from './declaration-words.ts'
import type { DeclarationRow } from './declarations.queries.ts'
import { SaidGestures } from './said-gestures.tsx'
import { saidInWords } from './usage-words.ts'
import { usagePaths } from './usages.paths.ts'

export type DeclarationPageProps = {
  readonly declaration: DeclarationRow
  /** Where the town hall would be written to; nothing when it may not be. */
  readonly email?: string
  readonly softwareHref: string
  readonly communeHref: string
  readonly notice?: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
}

/** One declaration: what is said, by whom, what the town hall answered, and what an editor can do. */
export function DeclarationPage(props: DeclarationPageProps) {
  const { declaration: row, email, softwareHref, communeHref, notice, typed, problems } = props
  const look = standingLooks[row.standing]

  return (
    <>
      <PageHeader
        title={`${row.commune} : ${row.software}`}
        aside={<Tag {...look} />}
        lede={saidInWords(row)}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Columns
        side={
          <SaidGestures
            standing={gestureStanding[row.standing]}
            paths={usagePaths.gestures(row.id)}
            typed={typed}
            problems={problems}
          />
        }
      >
        <DataList>
          <Datum label="Commune">
            <a href={communeHref}>{row.commune}</a>{' '}
            <a href={usagePaths.commune(row.insee)}>Sa page publique</a>
          </Datum>
          {row.formerName && <Datum label="Dite par">{`${row.formerName}, avant la fusion`}</Datum>}
          <Datum label="Logiciel">
            <a href={softwareHref}>{row.software}</a>
          </Datum>
          <Datum label="Besoin">{row.needLabel}</Datum>
          <Datum label="Tenu par">{row.operatedBy}</Datum>
          <Datum label="Pourquoi abandonné">{row.state === 'left' ? row.whyLeft : 'Sans objet'}</Datum>
          <Datum label="Accepte un appel">{row.acceptsCall ? 'Oui' : 'Non'}</Datum>
          <Datum label="Déclarée">{typo(`${date(row.declaredAt)}, par ${row.declaredBy}`)}</Datum>
          <Datum label="Dernière parole">{typo(lastWordOf(row))}</Datum>
          {row.evidence && <Datum label="Preuve">{row.evidence}</Datum>}
          <Datum label="Adresse où écrire">
            {email ?? 'Aucune : la mairie s’oppose, ou nous n’avons pas d’adresse qui marche'}
          </Datum>
        </DataList>
        {row.standing === 'waiting' && (
          <p>
            <a href={usagePaths.slip(row.id)}>Fiche à faire signer</a>
          </p>
        )}
      </Columns>
    </>
  )
}

const gestureStanding = {
  waiting: 'waiting',
  confirmed: 'stands',
  grey: 'stands',
  hidden: 'stands',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const
