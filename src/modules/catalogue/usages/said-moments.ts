type Moment = 'declaredAt' | 'askedAt' | 'confirmedAt' | 'renewedAt' | 'refusedAt' | 'withdrawnAt'

/** A row of what was said, its moments still the texts that the driver reads in a statement written by hand. */
export type WithMomentTexts<Row> = Omit<Row, Moment> & Record<Moment, string | null>

/** The same row with its moments; all that is said was declared at one. */
export const withMoments = <Row extends Record<Moment, string | null>>(row: Row) => ({
  ...row,
  declaredAt: new Date(row.declaredAt ?? 0),
  askedAt: momentOf(row.askedAt),
  confirmedAt: momentOf(row.confirmedAt),
  renewedAt: momentOf(row.renewedAt),
  refusedAt: momentOf(row.refusedAt),
  withdrawnAt: momentOf(row.withdrawnAt),
})

const momentOf = (text: string | null) => (text === null ? null : new Date(text))
