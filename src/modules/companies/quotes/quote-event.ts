/** What happens to a request for quotes, as its log keeps it. */
export const quoteEventKinds = [
  'asked',
  'confirmed',
  'sent',
  'not-sent',
  'answered',
  'declined',
  'told',
  'opened',
  'closed',
  'grouping-proposed',
  'grouping-answered',
] as const
export type QuoteEventKind = (typeof quoteEventKinds)[number]
