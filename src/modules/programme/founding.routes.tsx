import type { Context } from 'hono'
import { departements, listEpcis } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { Forbidden } from '#platform/http/refusals.ts'
import { foundProgramme } from './found-programme.action.ts'
import { FoundingPage, type FoundingProps, WaitingPage } from './founding.page.tsx'
import { partnersOf } from './founding.ts'
import { FoundingForm } from './founding-form.ts'
import { choiceOf } from './perimeter-choice.ts'
import { perimeterProblems } from './perimeter-words.ts'
import { programmePaths } from './programme.paths.ts'
import { programmeIfFounded } from './programme.queries.ts'
import { resolvePerimeter } from './resolve-perimeter.action.ts'
import { settledList, typedValues } from './typed-form.ts'

export const foundingRoutes = app()
  .get('/founding', async (c) => {
    const person = personOf(c)
    if (!(await programmeIfFounded(c.var.db))) return show(c, { typed: introduction(person) })
    if ('organisation' in person) return c.redirect('/territory', 303)

    return c.render(<WaitingPage email={person.email} />, { title: 'Il ne manque qu’une invitation' })
  })

  .post('/founding', async (c) => {
    const form = await readForm(c, FoundingForm)
    if (!form.ok) return show(c, form)

    const typed = typedValues(await c.req.parseBody())
    const resolved = await resolvePerimeter(c.var.db, choiceOf(form.value))
    if (!resolved.ok) return show(c, { typed, problems: [perimeterProblems[resolved.reason]] })
    const { communes, doubts } = resolved.value
    if (doubts.length > 0) return show(c, { typed: { ...typed, list: settledList(communes) }, doubts })

    const { name, email, programme } = form.value
    const founder = { userId: personOf(c).userId, name, email }
    const insees = communes.map(({ insee }) => insee)
    const founding = { ...partnersOf(form.value), programme, insees, founder }
    const founded = await foundProgramme(c.var.db, founding, c.var.world.clock())
    return c.redirect(founded.ok ? '/territory?founded' : programmePaths.founding(), 303)
  })

async function show(c: Context<Env>, props: Omit<FoundingProps, 'places'>) {
  if (props.problems?.length || props.doubts?.length) c.status(422)
  const places = { departements, epcis: await listEpcis(c.var.db) }
  return c.render(<FoundingPage {...props} places={places} />, { title: 'Fonder le programme' })
}

function personOf(c: Context<Env>) {
  const { visitor } = c.var
  if (visitor.role === 'public') throw new Forbidden('Entrez d’abord par le lien du terminal.')
  return visitor
}

// The first person came by the terminal's link, with an address that receives nothing: they give their own.
const introduction = ({ name, email }: { name: string; email: string }): Record<string, string> =>
  email.endsWith('.invalid') ? {} : { name, email }
