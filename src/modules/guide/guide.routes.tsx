import { app } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { chapters } from './chapters.queries.ts'
import { ChapterPage, ContentsPage } from './guide.page.tsx'

export const routes = app()
  .get('/aide', (c) => c.render(<ContentsPage chapters={chapters} />, { title: 'Aide' }))

  .get('/aide/:chapter', (c) => {
    const position = chapters.findIndex(({ name }) => name === c.req.param('chapter'))
    const chapter = chapters[position]
    if (!chapter) throw new NotFound('Ce chapitre de l’aide n’existe pas.')

    const title = `${chapter.title} · Aide`
    return c.render(<ChapterPage chapter={chapter} next={chapters[position + 1]} />, { title })
  })
