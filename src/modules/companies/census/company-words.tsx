import { date, typo } from '#ui/french.ts'
import { Tag } from '#ui/tag.tsx'
import { greyAfterMonths } from '../services/freshness.ts'
import { type ServiceKind, serviceKindNames, serviceKinds } from '../services/service.ts'

/** The kinds of service as tags, in the order in which a project meets them. */
export const KindTags = ({ kinds }: { kinds: readonly ServiceKind[] }) => (
  <>
    {serviceKinds
      .filter((kind) => kinds.includes(kind))
      .map((kind) => (
        <>
          <Tag label={serviceKindNames[kind]} tone="info" />{' '}
        </>
      ))}
  </>
)

/** A SIREN as people read it: three groups of three digits. */
export const sirenGroups = (siren: string) => siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')

/** A few names, then how many more: « Nord (59), Pas-de-Calais (62) et 3 autres ». */
export function fewOf(names: readonly string[], most = 4) {
  const rest = names.length - most
  if (rest <= 1) return names.join(', ')
  return `${names.slice(0, most).join(', ')} et ${rest} autres`
}

/** When a statement was last said, and whether it is old enough to be read with care. */
export const SaidOn = ({ at, isGrey }: { at: Date; isGrey: boolean }) =>
  isGrey ? (
    <span class="soft">{typo(`${date(at)} : plus de ${greyAfterMonths} mois, à vérifier`)}</span>
  ) : (
    <span>{date(at)}</span>
  )

/** A web address as a link that gives it no weight; anything but http and https stays words. */
export const WebLink = ({ address }: { address: string }) =>
  /^https?:\/\//i.test(address) ? (
    <a href={address} rel="nofollow noopener">
      {address.replace(/^https?:\/\//i, '')}
    </a>
  ) : (
    <span>{address}</span>
  )
