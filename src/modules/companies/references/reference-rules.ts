/** How many works of one company may wait for their commune at once: nobody floods town halls with questions. */
export const mostWaiting = 20

/** A work is asked about twice at most, thirty days apart. */
export const timesAsked = 2
export const daysBetween = 30

/** A commune that refused so many works in ninety days is asked nothing more: a person looks at it. */
export const refusalsBeforeSilence = 3
export const silenceDays = 90

/** A work in the words of a mail: « Installation : openCimetière, pour le cimetière, par Nord Libre, en 2025 ». */
export const workLine = (work: {
  readonly kindName: string
  readonly softwareName: string | null
  readonly needLabel: string | null
  readonly company: string
  readonly year: number
}) =>
  `${work.kindName} : ${[work.softwareName, work.needLabel?.toLowerCase()].filter(Boolean).join(', ')} ; par ${work.company.replace(/\s+/g, ' ')}, en ${work.year}`
