import {
  type LockOfCommune,
  lockLine,
  lockPaths,
  saidInWords,
  sourceOf,
  type UsageHint,
  type UsageOfCommune,
  usagePaths,
} from '#modules/catalogue/index.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { date, typo } from '#ui/french.ts'
import { ScreenOnly } from '#ui/media-only.tsx'
import { Tag } from '#ui/tag.tsx'

type RecordSoftwareProps = {
  readonly insee: string
  readonly usages: readonly UsageOfCommune[]
  readonly locks: readonly LockOfCommune[]
  readonly hints: readonly UsageHint[]
}

/** What a commune uses and what holds it: each line dated, or awaiting its town hall. */
export const RecordSoftware = ({ insee, usages, locks, hints }: RecordSoftwareProps) => (
  <>
    <Card
      title="Ce qu’elle utilise"
      id="usages"
      actions={
        <ScreenOnly>
          <ButtonLink kind="quiet" href={usagePaths.declare({ commune: insee })}>
            Déclarer un usage
          </ButtonLink>
        </ScreenOnly>
      }
    >
      {usages.length === 0 ? (
        <p class="soft">Rien n’est encore déclaré.</p>
      ) : (
        <ul>
          {usages.map((usage) => (
            <li>
              <a href={usagePaths.show(usage.id)}>{saidInWords(usage)}</a> <LastWord saidAt={usage.saidAt} />
            </li>
          ))}
        </ul>
      )}
      {hints.length > 0 && <Hints hints={hints} />}
      {usages.some(({ saidAt }) => saidAt) && (
        <p>
          <a href={usagePaths.commune(insee)}>Sa page publique, à imprimer</a>
        </p>
      )}
    </Card>
    <Card
      title="Ce qui la bloque"
      id="verrous"
      actions={
        <ScreenOnly>
          <ButtonLink kind="quiet" href={lockPaths.declare({ commune: insee })}>
            Noter un verrou
          </ButtonLink>
        </ScreenOnly>
      }
    >
      {locks.length === 0 ? (
        <p class="soft">Aucun verrou n’est noté.</p>
      ) : (
        <ul>
          {locks.map((lock) => (
            <li>
              <a href={lockPaths.show(lock.id)}>{lockLine(lock)}</a> <LastWord saidAt={lock.saidAt} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  </>
)

/** What is said elsewhere is a reason to ask, and is counted nowhere. */
const Hints = ({ hints }: { readonly hints: readonly UsageHint[] }) => (
  <details>
    <summary>Cités par d’autres catalogues, à lui demander</summary>
    <ul>
      {hints.map(({ slug, software, source }) => (
        <li>
          <a href={`/software/${slug}`}>{software}</a> <small class="soft">{sourceOf(source).name}</small>
        </li>
      ))}
    </ul>
  </details>
)

const LastWord = ({ saidAt }: { readonly saidAt: string | null }) =>
  saidAt === null ? (
    <Tag label="Attend la mairie" tone="info" />
  ) : (
    <small class="soft">{typo(`dit le ${date(new Date(saidAt))}`)}</small>
  )
