/** How long the ledger waits for a sender that gives no more news. */
export type Patience = {
  /** A message that was taken is somebody's for so long before it begins to leave. */
  readonly claim: number
  /** Past so long, a message that was leaving is in doubt: RFC 5321 allows ten minutes after the final dot. */
  readonly dialogue: number
}

/** The leases that go with how long a silent server is waited for (SMTP_PATIENCE): they outlast the longest dialogue. */
export const patienceFor = (serverMs: number): Patience => ({
  claim: Math.max(serverMs, 1_000),
  dialogue: Math.max(serverMs * 7.5, 5_000),
})
