import { raw } from 'hono/html'
import { Prose } from '#ui/card.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { guidePaths } from './guide.paths.ts'

type ShownChapter = { readonly name: string; readonly title: string; readonly html: string }

/** The contents of the guide. */
export function ContentsPage({ chapters }: { readonly chapters: readonly ShownChapter[] }) {
  return (
    <>
      <PageHeader
        title="Aide"
        lede="Du premier démarrage à l’autonomie d’une commune, un chapitre par geste."
      />
      <Prose>
        <ol>
          {chapters.map(({ name, title }) => (
            <li>
              <a href={guidePaths.chapter(name)}>{title}</a>
            </li>
          ))}
        </ol>
      </Prose>
    </>
  )
}

/** One chapter, and the way to the next. */
export function ChapterPage({
  chapter,
  next,
}: {
  readonly chapter: ShownChapter
  readonly next?: ShownChapter
}) {
  return (
    <>
      <PageHeader title={chapter.title} />
      <Prose>{raw(chapter.html)}</Prose>
      <p>
        <a href={guidePaths.contents()}>Sommaire de l’aide</a>
        {next && ' · Chapitre suivant : '}
        {next && <a href={guidePaths.chapter(next.name)}>{next.title}</a>}
      </p>
    </>
  )
}
