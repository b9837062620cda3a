import { Button, ButtonLink } from '#ui/button.tsx'
import { type CheckLine, GroupedChecklist } from '#ui/checklist.tsx'
import type { Role } from '#values/role.ts'
import { groupNames, groups, type Mend, type ReadinessLine } from './readiness/line.ts'

type Shown = { readonly lines: readonly ReadinessLine[]; readonly role: Role }

/** The list before a launch, by group; a red line says who turns it, and offers it to whoever may. */
export function ReadinessList({ lines, role }: Shown) {
  const shown = groups.map((group) => ({
    title: groupNames[group],
    lines: lines.filter((line) => line.group === group).map((line) => checkLine(line, role)),
  }))

  return <GroupedChecklist groups={shown.filter((group) => group.lines.length > 0)} />
}

function checkLine({ label, isReady, sentence, whoMends, mends = [] }: ReadinessLine, role: Role): CheckLine {
  const offered = isReady ? [] : mends.filter(({ by }) => by.includes(role))

  return {
    label,
    state: isReady ? 'done' : 'blocked',
    explanation: sentence,
    who: isReady ? undefined : whoMends,
    actions: offered.length > 0 && offered.map((mend) => <Offer {...mend} />),
  }
}

function Offer({ label, href, isGesture }: Mend) {
  if (!isGesture) return <ButtonLink href={href}>{label}</ButtonLink>

  return (
    <form method="post" action={href}>
      <Button>{label}</Button>
    </form>
  )
}
