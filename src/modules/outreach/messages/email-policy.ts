/** The policy of an e-mail shown as its reader would see it: it runs nothing, loads nothing, and is framed by us alone. */
export const emailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'"
