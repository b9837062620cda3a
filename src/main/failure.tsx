import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { diskFullSentence, isDiskFull } from '#platform/disk-full.ts'
import type { Env } from '#platform/http/app.ts'
import { Forbidden, NotFound } from '#platform/http/refusals.ts'
import { EmptyState } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'

type Failure = {
  readonly status: 403 | 404 | 500 | 507
  readonly title: string
  readonly sentence: string
}

/** The page of an address that answers nothing, of a door that stays closed, or of a fault of ours, which is logged. */
export function describeFailure(c: Context<Env>, error?: Error) {
  const failure = read(error)
  if (failure.status >= 500) c.var.world.log.error({ err: error, path: c.req.path }, 'a request failed')

  c.status(failure.status)
  return c.render(
    <>
      <PageHeader title={failure.title} />
      <EmptyState title={failure.sentence} action={{ label: 'Revenir à l’accueil', href: '/' }} />
    </>,
    { title: failure.title },
  )
}

function read(error: Error | undefined): Failure {
  if (error === undefined) {
    return {
      status: 404,
      title: 'Cette page n’existe pas',
      sentence: 'L’adresse a peut-être changé, ou elle est mal recopiée.',
    }
  }
  if (error instanceof NotFound) return { status: 404, title: 'Introuvable', sentence: error.message }
  if (error instanceof Forbidden)
    return { status: 403, title: 'Cette porte vous est fermée', sentence: error.message }
  if (error instanceof HTTPException && error.status === 403) {
    return {
      status: 403,
      title: 'Formulaire refusé',
      sentence: 'Il vient d’un autre site. Rouvrez la page dans Beffroi et recommencez.',
    }
  }
  if (isDiskFull(error)) return { status: 507, title: 'Le disque est plein', sentence: diskFullSentence }
  return {
    status: 500,
    title: 'Beffroi a trébuché',
    sentence:
      'Rien de ce qui était enregistré n’est perdu. Recommencez ; si cela revient, dites à votre coordinateur ce que vous faisiez.',
  }
}
