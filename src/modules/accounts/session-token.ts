const sessionCookie = /(?:^|;\s*)(?:__Secure-)?beffroi\.session_token=([^;]+)/

/** The session's token in a Cookie header: what stands before the signature. Undefined when nobody is signed in. */
export function readSessionToken(cookie: string): string | undefined {
  const value = sessionCookie.exec(cookie)?.[1]
  return value?.split('.')[0]
}
