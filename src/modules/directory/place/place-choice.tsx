import { departementName } from '#modules/communes/index.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { plural, typo } from '#ui/french.ts'
import { ScreenOnly } from '#ui/media-only.tsx'
import { ofCommune } from '#values/commune-name.ts'
import { withWords } from '#values/with-words.ts'
import type { Place, PlaceGuess, PlaceRead } from './place.ts'

type PlaceChoiceProps = {
  readonly read: PlaceRead
  /** The page itself, and what its address says beside the commune. */
  readonly path: string
  readonly words?: Readonly<Record<string, string | undefined>>
}

/** For which commune the page answers, and the way to say another, by its name or its postal code; without a script. */
export function PlaceChoice({ read, path, words = {} }: PlaceChoiceProps) {
  const form = <PlaceForm {...{ path, words }} typed={'typed' in read ? read.typed : undefined} />
  if (read.status === 'chosen')
    return (
      <div class="place-choice">
        <p>
          {'Réponse pour la mairie '}
          <strong>{ofCommune(read.place.name, read.place.nameType)}</strong> {`(${inhabitants(read.place)})`}
        </p>
        <ScreenOnly>
          <details>
            <summary>Changer de commune</summary>
            {form}
            <p>
              <a href={withWords(path, words)}>Répondre sans commune</a>
            </p>
          </details>
        </ScreenOnly>
      </div>
    )

  return (
    <div class="place-choice" id="commune">
      {read.status === 'several' && <Guesses {...read} {...{ path, words }} />}
      {read.status === 'unknown' && (
        <p role="status">
          <strong>{typo(`Aucune commune ne ressemble à « ${read.typed} ».`)}</strong> Essayez son code postal.
        </p>
      )}
      {form}
    </div>
  )
}

function PlaceForm({ path, words = {}, typed }: Omit<PlaceChoiceProps, 'read'> & { typed?: string }) {
  return (
    <form class="search-field" action={path} method="get">
      {Object.entries(words).map(
        ([name, value]) => value && <input type="hidden" name={name} value={value} />,
      )}
      <TextField
        name="place"
        label="Votre commune"
        hint="Son nom ou son code postal : les voisines et les entreprises d’ici en dépendent."
        value={typed}
        maxlength={200}
        autocomplete="off"
      />
      <Button>Choisir cette commune</Button>
    </form>
  )
}

function Guesses({
  typed,
  guesses,
  path,
  words,
}: { typed: string; guesses: readonly PlaceGuess[] } & Omit<PlaceChoiceProps, 'read'>) {
  return (
    <>
      <p role="status">
        <strong>{typo(`« ${typed} » peut être l’une de ces communes :`)}</strong>
      </p>
      <ul class="link-chips">
        {guesses.map(({ insee, name, departement, population, formerName }) => (
          <li>
            <a href={withWords(path, { ...words, commune: insee })}>
              {name}
              {formerName && formerName !== name && ` (${formerName})`}{' '}
              <small>{inhabitants({ departement, population })}</small>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const inhabitants = ({ departement, population }: Pick<Place, 'departement' | 'population'>) =>
  [
    departementName(departement),
    ...(population === null ? [] : [plural(population, 'habitant', 'habitants')]),
  ].join(', ')
