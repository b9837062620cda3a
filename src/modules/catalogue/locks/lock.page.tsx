import { Columns } from '#ui/columns.tsx'
import { DataList, Datum } from '#ui/datum.tsx'
import { date, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Tag } from '#ui/tag.tsx'
import { SaidGestures } from '../usages/said-gestures.tsx'
import { lockForceNames } from './lock.ts'
import type { LockRow } from './lock-map.queries.ts'
import { lastWordOfLock, lockLine, lockStanding } from './lock-words.ts'
import { lockPaths } from './locks.paths.ts'

export type LockPageProps = {
  readonly lock: LockRow
  readonly communeHref: string
  readonly notice?: string
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly Problem[]
  readonly now: Date
}

/** One lock of one commune: what is said, by whom, and what an editor can do. */
export function LockPage({ lock, communeHref, notice, typed, problems, now }: LockPageProps) {
  const { standing, label, tone } = lockStanding(lock, now)

  return (
    <>
      <PageHeader
        title={`${lock.commune} : ${lock.product}`}
        aside={<Tag label={label} tone={tone} />}
        lede={lockLine(lock)}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Columns
        side={
          <SaidGestures
            standing={standing}
            paths={lockPaths.gestures(lock.id)}
            typed={typed}
            problems={problems}
          />
        }
      >
        <DataList>
          <Datum label="Commune">
            <a href={communeHref}>{lock.commune}</a>
          </Datum>
          {lock.formerName && <Datum label="Dit par">{`${lock.formerName}, avant la fusion`}</Datum>}
          <Datum label="Logiciel métier">{[lock.product, lock.vendor].filter(Boolean).join(', ')}</Datum>
          <Datum label="Besoin">{lock.needLabel}</Datum>
          <Datum label={lockForceNames[lock.forces]}>
            <a href={lockPaths.list({ forces: lock.forces, what: lock.whatPlain })}>{lock.what}</a>
          </Datum>
          <Datum label="À savoir">{lock.note}</Datum>
          <Datum label="Source">{lock.source}</Datum>
          <Datum label="Dit le">{typo(`${date(lock.declaredAt)}, par ${lock.declaredBy}`)}</Datum>
          <Datum label="Dernière parole">{typo(lastWordOfLock(lock))}</Datum>
          {lock.evidence && <Datum label="Preuve">{lock.evidence}</Datum>}
        </DataList>
      </Columns>
    </>
  )
}
