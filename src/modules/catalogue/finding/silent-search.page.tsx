import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'
import { Form, HiddenField } from '#ui/form.tsx'
import { date, plural, typo } from '#ui/french.ts'
import { ErrorSummary, Notice, type Problem } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { cataloguePaths } from '../catalogue.paths.ts'
import { needPaths } from '../needs/needs.paths.ts'
import type { FoundNeed } from './finding.ts'

type SilentSearchProps = {
  readonly searched: {
    readonly words: string
    readonly times: number
    readonly lastOn: string
    readonly isSettled: boolean
  }
  /** What the search makes of these words today. */
  readonly understood: readonly FoundNeed[]
  readonly needs: readonly { readonly slug: string; readonly label: string; readonly service: string }[]
  readonly notice?: string
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

/** One search that found nothing: add its words to the need they meant, or settle it as it is. */
export function SilentSearchPage(props: SilentSearchProps) {
  const { searched, understood, notice, problems = [] } = props
  const { words, times, lastOn, isSettled } = searched

  return (
    <>
      <PageHeader
        title={`« ${words} »`}
        lede={`Tapé ${plural(times, 'fois', 'fois')}, la dernière le ${date(new Date(lastOn))}.`}
      />
      {notice && <Notice kind="success">{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Notice title={understood.length > 0 ? 'Aujourd’hui, ces mots mènent à' : 'Aujourd’hui encore'}>
        {understood.length === 0 ? (
          'ces mots ne mènent à rien.'
        ) : (
          <ul>
            {understood.slice(0, 3).map(({ slug, label }) => (
              <li>
                <a href={cataloguePaths.need(slug)}>{typo(label)}</a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <AddCard {...props} />
      <Card title={isSettled ? 'Cette recherche est réglée' : 'Rien à ajouter ?'}>
        <p>
          {typo(
            isSettled
              ? 'Elle n’est plus dans la liste à regarder. Si quelqu’un la tape encore en vain, elle y reviendra.'
              : 'Une faute isolée, une plaisanterie, un mot qui n’est pas d’ici : réglez-la, elle quitte la liste.',
          )}
        </p>
        <Form action={isSettled ? needPaths.reopening() : needPaths.settling()}>
          <HiddenField name="words" value={words} />
          <Actions>
            <Button>{isSettled ? 'Remettre la recherche à regarder' : 'Régler la recherche'}</Button>
            <a href={needPaths.silentSearches()}>Revenir à la liste</a>
          </Actions>
        </Form>
      </Card>
    </>
  )
}

function AddCard({ searched, needs, problems = [], typed }: SilentSearchProps) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message

  return (
    <Card title="Ajouter ces mots à un besoin">
      <Form action={needPaths.silentSearches()}>
        <HiddenField name="words" value={searched.words} />
        <SelectField
          name="need"
          label="Besoin qu’ils voulaient dire"
          placeholder="Choisissez un besoin"
          value={typed?.need}
          error={errorOf('need')}
          choices={needs.map(({ slug, label, service }) => ({ value: slug, label: `${service} · ${label}` }))}
        />
        <TextField
          name="added"
          label="Mots à ajouter"
          hint="Corrigez-les au besoin : ce sont eux qui mèneront désormais à ce besoin."
          value={typed?.added ?? searched.words}
          error={errorOf('added')}
          maxlength={200}
          size="long"
        />
        <Button kind="main">Ajouter les mots au besoin</Button>
      </Form>
    </Card>
  )
}
