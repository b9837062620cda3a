import type { Context } from 'hono'
import { z } from 'zod'
import { departements, listEpcis } from '#modules/communes/index.ts'
import { findOrganisation, kindNames } from '#modules/organisations/index.ts'
import { csvOf, download } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { Forbidden, NotFound } from '#platform/http/refusals.ts'
import { plural } from '#ui/french.ts'
import { changePerimeter, undoChange } from './change-perimeter.action.ts'
import { foundingRoutes } from './founding.routes.tsx'
import { PerimeterFields } from './founding-form.ts'
import { PerimeterPage, type PerimeterProps } from './perimeter.page.tsx'
import { countPerimeter } from './perimeter.queries.ts'
import { choiceOf } from './perimeter-choice.ts'
import { perimeterProblems } from './perimeter-words.ts'
import { ProgrammePage } from './programme.page.tsx'
import { programmePaths } from './programme.paths.ts'
import { findProgramme } from './programme.queries.ts'
import { listChangeRows, listPerimeterParts, listPerimeterRows } from './programme-screen.queries.ts'
import { resolvePerimeter } from './resolve-perimeter.action.ts'
import { settledList, typedValues } from './typed-form.ts'

const PerimeterForm = z.object(PerimeterFields)

export const routes = app()
  .route('/', foundingRoutes)

  .get('/programme', async (c) => {
    const programme = await findProgramme(c.var.db)
    const ids = [programme.operatorId, programme.associationId, programme.networkId].filter(
      (id) => id !== null,
    )
    const [partners, parts, changes] = await Promise.all([
      Promise.all(ids.map((id) => findOrganisation(c.var.db, id))),
      listPerimeterParts(c.var.db),
      listChangeRows(c.var.db),
    ])
    return c.render(
      <ProgrammePage
        {...programme}
        partners={partners.map((partner) => ({ ...partner, kind: kindNames[partner.kind] }))}
        parts={parts}
        changes={changes}
        mayChange={c.var.visitor.role === 'operator'}
        notice={noticeOf(c)}
      />,
      { title: 'Le programme' },
    )
  })

  .get('/programme/perimeter', (c) => showPerimeter(c, {}))
  .post('/programme/perimeter/additions', (c) => change(c, 'added'))
  .post('/programme/perimeter/removals', (c) => change(c, 'removed'))

  .post('/programme/perimeter/changes/:id/undo', async (c) => {
    const undone = await undoChange(c.var.db, c.req.param('id'), memberOf(c).name, c.var.world.clock())
    if (!undone.ok) throw new NotFound('Ce changement du périmètre est déjà annulé, ou n’existe pas.')

    return c.redirect(`${programmePaths.show()}?undone=${undone.value.insees.length}`, 303)
  })

  .get('/programme/perimeter.csv', async (c) => {
    const rows = await listPerimeterRows(c.var.db)
    return c.body(csvOf(columns, rows), 200, download('perimetre', 'csv'))
  })

async function change(c: Context<Env>, kind: 'added' | 'removed') {
  const form = await readForm(c, PerimeterForm)
  if (!form.ok) return showPerimeter(c, form)

  const typed = typedValues(await c.req.parseBody())
  const resolved = await resolvePerimeter(c.var.db, choiceOf(form.value))
  if (!resolved.ok) return showPerimeter(c, { typed, problems: [perimeterProblems[resolved.reason]] })
  const { communes, doubts } = resolved.value
  if (doubts.length > 0) return showPerimeter(c, { typed: { ...typed, list: settledList(communes) }, doubts })

  const insees = communes.map(({ insee }) => insee)
  const changed = await changePerimeter(
    c.var.db,
    { kind, insees, byWhom: memberOf(c).name },
    c.var.world.clock(),
  )
  if (!changed.ok) return showPerimeter(c, { typed, problems: [nothingChanges[kind]] })
  return c.redirect(`${programmePaths.show()}?${kind}=${changed.value.insees.length}`, 303)
}

const nothingChanges = {
  added: { field: 'perimeter', message: 'Ces communes sont déjà toutes dans le périmètre.' },
  removed: { field: 'perimeter', message: 'Aucune de ces communes n’est dans le périmètre.' },
}

async function showPerimeter(c: Context<Env>, props: Omit<PerimeterProps, 'places' | 'communes'>) {
  if (props.problems?.length || props.doubts?.length) c.status(422)
  const [epcis, communes] = await Promise.all([listEpcis(c.var.db), countPerimeter(c.var.db)])
  return c.render(<PerimeterPage {...props} places={{ departements, epcis }} communes={communes} />, {
    title: 'Changer le périmètre',
  })
}

function noticeOf(c: Context<Env>) {
  const { added, removed, undone } = c.req.query()
  if (added)
    return `${plural(Number(added), 'commune est entrée', 'communes sont entrées')} dans le périmètre.`
  if (removed)
    return `${plural(Number(removed), 'commune est sortie', 'communes sont sorties')} du périmètre.`
  return undone ? 'Le changement est annulé : le périmètre est revenu à ce qu’il était.' : undefined
}

function memberOf(c: Context<Env>) {
  const { visitor } = c.var
  if (!('organisation' in visitor)) throw new Forbidden('Aucun organisme ne vous a encore accueilli.')
  return visitor
}

type Row = Awaited<ReturnType<typeof listPerimeterRows>>[number]

const columns = [
  { label: 'Code INSEE', value: ({ insee }: Row) => insee },
  { label: 'Commune', value: ({ name }: Row) => name },
  { label: 'Département', value: ({ departement }: Row) => departement },
  { label: 'Intercommunalité', value: ({ epci }: Row) => epci },
  { label: 'Population', value: ({ population }: Row) => population },
]
