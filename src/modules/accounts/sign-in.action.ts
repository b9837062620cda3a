import type { World } from '#platform/world.ts'
import { accept, type Decision, refuse } from '#values/decision.ts'
import { accountPaths } from './accounts.paths.ts'
import { signInTables } from './accounts.queries.ts'
import { codeMail } from './sign-in-code.mail.ts'

/** Cookies to set on the answer, as better-auth wrote them. */
type SignedIn = { readonly cookies: readonly string[] }

/**
 * Sends a six-digit code, valid ten minutes, to an address that belongs to somebody known; says nothing of whether it
 * does. `ip` counts who asks too often.
 */
export async function sendSignInCode(
  world: World,
  email: string,
  ip: string,
): Promise<Decision<null, 'too-often'>> {
  const { status } = await ask(world, ip, '/email-otp/send-verification-otp', { email, type: 'sign-in' })
  return status === 429 ? refuse('too-often') : accept(null)
}

/** Opens a session for the address and the code it received; three attempts a code. */
export async function signInWithCode(world: World, email: string, otp: string, ip: string) {
  return signedIn(await ask(world, ip, '/sign-in/email-otp', { email, otp }))
}

/** Opens a session for a one-time link of the terminal; the second use is refused. */
export async function signInWithLink(world: World, token: string, ip: string) {
  return signedIn(await ask(world, ip, `/magic-link/verify?token=${encodeURIComponent(token)}`))
}

/** Closes the session that the cookies name. */
export async function signOut(world: World, cookie: string): Promise<SignedIn> {
  const auth = await authOf(world)
  const response = await auth.api.signOut({ headers: new Headers({ cookie }), asResponse: true })
  return { cookies: response.headers.getSetCookie() }
}

/** A link, valid a day and once, by which the holder of this address enters without a code. For the terminal alone. */
export async function oneTimeLink(world: World, email: string): Promise<string> {
  const auth = await authOf(world)
  const { promise, resolve } = Promise.withResolvers<string>()
  await auth.api.signInMagicLink({ body: { email, metadata: { handOver: resolve } }, headers: new Headers() })
  return `${world.config.baseUrl}${accountPaths.link(await promise)}`
}

function signedIn(response: Response): Decision<SignedIn, 'wrong' | 'too-often'> {
  if (response.status === 429) return refuse('too-often')
  const cookies = response.headers.getSetCookie()
  return response.ok && cookies.length > 0 ? accept({ cookies }) : refuse('wrong')
}

async function ask(world: World, ip: string, path: string, body?: Record<string, string>) {
  const auth = await authOf(world)
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': ip, origin: world.config.baseUrl }
  const posted = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return auth.handler(new Request(`${world.config.baseUrl}/api/auth${path}`, { headers, ...posted }))
}

// better-auth weighs 200 ms and 25 MB: it is loaded when somebody signs in, not when Beffroi starts.
async function openAuth(world: World) {
  const [{ betterAuth }, { drizzleAdapter }, { emailOTP }, { magicLink }] = await Promise.all([
    import('better-auth/minimal'),
    import('better-auth/adapters/drizzle'),
    import('better-auth/plugins/email-otp'),
    import('better-auth/plugins/magic-link'),
  ])
  return betterAuth({
    baseURL: world.config.baseUrl,
    secret: world.config.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(world.db, {
      provider: 'pg',
      schema: signInTables,
    }),
    advanced: { cookiePrefix, ipAddress: { ipAddressHeaders: ['x-forwarded-for'] } },
    session: { expiresIn: days(30), updateAge: days(1) },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 10 },
    plugins: [
      emailOTP({
        disableSignUp: true,
        otpLength: 6,
        expiresIn: minutes(10),
        allowedAttempts: 3,
        storeOTP: 'hashed',
        sendVerificationOTP: async ({ email, otp }) =>
          void (await world.mail.send(codeMail(world.config.mailFrom, email, otp))),
      }),
      magicLink({
        expiresIn: days(1),
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => metadata?.handOver(token),
      }),
    ],
  })
}

const cookiePrefix = 'beffroi'
const minutes = (n: number) => n * 60
const days = (n: number) => minutes(n * 24 * 60)

const auths = new WeakMap<World, ReturnType<typeof openAuth>>()

function authOf(world: World) {
  const opened = auths.get(world) ?? openAuth(world)
  auths.set(world, opened)
  return opened
}
