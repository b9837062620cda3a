import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import type { World } from '#platform/world.ts'
import { type OrganisationKind, organisationKinds, type Role } from '#values/role.ts'
import { modules as allModules } from '../src/main/modules.ts'
import { createWeb } from '../src/main/web.ts'
import { people } from './cast.ts'
import { freshWorld } from './world.ts'

/** Somebody at the door: what they ask is answered by the real application on the real database. */
export type Visit = {
  readonly get: (path: string) => Promise<Answer>
  /** Posts a form as a browser would; a repeated field is given as an array. */
  readonly post: (path: string, fields?: Record<string, string | readonly string[] | File>) => Promise<Answer>
  /** Posts as a browser of ten years ago, which does not say from which page a form comes. */
  readonly postAsOldBrowser: (path: string, fields: URLSearchParams) => Promise<Answer>
}

/** An answer with its text read: `location` is where it redirects to. */
export type Answer = {
  readonly status: number
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

export type Door = {
  readonly world: World
  readonly as: (role: Role) => Visit
  /** The organisation that the cast of a role acts for. */
  readonly organisationId: (kind: OrganisationKind) => string
}

const starting = (left: readonly string[]): readonly Module[] =>
  allModules.map((module) => (left.includes(module.name) ? { ...module, onStart: undefined } : module))

/** Every module, without the loading of France's communes, which takes seconds: a test adds those it speaks of. */
export const withCatalogue = starting(['communes'])

/** The same, with the two directories empty. */
export const withoutFrance = starting(['communes', 'catalogue', 'companies'])

/** Opens the application on a database of its own, with the cast signed in: one person for each kind of organisation. */
export async function openDoor(modules: readonly Module[] = allModules): Promise<Door> {
  const world: World = {
    ...(await freshWorld()),
    ownDoor: async (path, init) => web.request(`http://localhost:3000${path}`, init),
  }
  const web = createWeb(world, modules)
  for (const { onStart } of modules) await onStart?.(world)
  const ids = new Map<Role, string>()
  for (const kind of organisationKinds) ids.set(kind, await settle(world, kind))
  await signIn(world, 'newcomer')

  const ask = (role: Role, path: string, init: RequestInit = {}) =>
    web.request(`http://localhost:3000${path}`, { ...init, headers: { ...init.headers, ...cookieOf(role) } })
  return {
    world,
    as: (role) => ({
      get: async (path) => read(await ask(role, path)),
      post: async (path, fields = {}) =>
        read(
          await ask(role, path, {
            method: 'POST',
            body: formOf(fields),
            headers: { origin: 'http://localhost:3000' },
          }),
        ),
      postAsOldBrowser: async (path, fields) => read(await ask(role, path, { method: 'POST', body: fields })),
    }),
    organisationId: (kind) => ids.get(kind) ?? '',
  }
}

const cookieOf = (role: Role): Record<string, string> =>
  role === 'public' ? {} : { cookie: `beffroi.session_token=session-of-${role}.signature` }

async function settle({ db, ...world }: World, kind: OrganisationKind) {
  const { organisation } = people[kind]
  const id = newId()
  await signIn({ db, ...world }, kind)
  await db.execute(sql`insert into organisations (id, kind, name, postal_address, email, phone, dpo_email, created_at)
    values (${id}, ${kind}, ${organisation}, ${'1 place de la Mairie\n59000 Lille'}, ${`contact@${kind}.example`}, '0320000000',
            ${`dpo@${kind}.example`}, now())`)
  await db.execute(
    sql`insert into memberships (user_id, organisation_id, joined_at) values (${kind}, ${id}, now())`,
  )
  return id
}

async function signIn({ db }: World, role: Exclude<Role, 'public'>) {
  const { name } = people[role]
  await db.execute(sql`insert into users (id, name, email, email_verified)
    values (${role}, ${name}, ${`${role}@beffroi.example`}, true)`)
  await db.execute(sql`insert into sessions (id, user_id, token, expires_at)
    values (${role}, ${role}, ${`session-of-${role}`}, now() + interval '1 day')`)
}

function formOf(fields: Record<string, string | readonly string[] | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  }
  return form
}

const read = async (response: Response): Promise<Answer> => ({
  status: response.status,
  text: await response.text(),
  location: response.headers.get('location'),
  headers: response.headers,
})
