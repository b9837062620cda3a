/** The answer of a business rule: what it accepts, or the reason it refuses. */
export type Decision<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason }

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const
export const refuse = <Reason extends string>(reason: Reason) => ({ ok: false, reason }) as const
