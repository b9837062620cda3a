import { Actions, Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { TextField } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { number, plural, typo } from '#ui/french.ts'
import { outreachPaths } from './waves.paths.ts'
import type { Wave } from './waves.queries.ts'

type DrawProps = {
  readonly wave: Wave
  readonly recipients: number
  readonly drawn: readonly {
    readonly id: string
    readonly name: string
    readonly place: number | null
    readonly state: string
  }[]
  readonly strata: readonly { readonly stratum: string; readonly townHalls: number }[]
  readonly error?: string
  readonly typed?: string
}

const usualSize = 50

/** Spreads a large audience over the weeks: offered before the draw, explained after. */
export const DrawCard = (props: DrawProps) =>
  props.wave.drawSeed ? <Drawn {...props} /> : <ToDraw {...props} />

function ToDraw({ wave, recipients, error, typed }: DrawProps) {
  if (recipients < 2) return null
  const weeks = Math.ceil(recipients / usualSize)

  return (
    <Card title="Étaler sur plusieurs semaines" id="tirage">
      <p>
        {typo(
          weeks === 1
            ? `${plural(recipients, 'mairie', 'mairies')} : elles tiennent dans une semaine. Choisissez-en moins par semaine pour étaler aussi leurs réponses.`
            : `Écrire à ${plural(recipients, 'mairie', 'mairies')} le même jour, c’est aussi recevoir leurs réponses le même jour. ${usualSize} par semaine feraient ${plural(weeks, 'vague', 'vagues')}.`,
        )}
      </p>
      <Form action={outreachPaths.draw(wave.id)}>
        <TextField
          name="size"
          type="number"
          min="1"
          max="1000"
          size="short"
          label="Mairies par semaine"
          value={typed ?? String(Math.min(usualSize, Math.ceil(recipients / 2)))}
          error={error}
        />
        <Actions>
          <Button>Tirer au sort et couper en vagues</Button>
        </Actions>
        <p class="hint">
          Le tirage respecte la taille et l’intercommunalité : chaque semaine ressemble à l’ensemble, et l’on
          peut comparer les semaines honnêtement.
        </p>
      </Form>
    </Card>
  )
}

const Drawn = ({ wave, drawn, strata }: DrawProps) => (
  <Card title={`Semaine ${wave.drawPlace} sur ${wave.drawWaves}`} id="tirage">
    <p>
      {typo(
        `Tirée au sort : ${plural(
          strata.reduce((sum, { townHalls }) => sum + townHalls, 0),
          'mairie',
          'mairies',
        )} cette semaine-là. Graine du tirage : `,
      )}
      <span class="code">{wave.drawSeed}</span>.
    </p>
    <ol>
      {drawn.map(({ id, name, state }) => (
        <li>
          {id === wave.id ? <strong>{name}</strong> : <a href={outreachPaths.wave(id)}>{name}</a>}
          {state === 'launched' && ' (lancée)'}
        </li>
      ))}
    </ol>
    <details>
      <summary>La règle du tirage, que chacun peut refaire</summary>
      <p>
        {typo(
          'Les strates (intercommunalité et taille) sont rangées par l’empreinte SHA-256 de « graine/strate », les mairies de chacune par celle de « graine/code INSEE » ; puis elles sont distribuées une à une aux semaines, comme des cartes. Les courriels partent, et les lots se coupent, dans ce même ordre.',
        )}
      </p>
      <DataTable
        caption="Les strates de cette semaine"
        rows={strata}
        columns={[
          { label: 'Strate', header: true, cell: ({ stratum }) => stratum },
          { label: 'Mairies', numeric: true, cell: ({ townHalls }) => number(townHalls) },
        ]}
      />
    </details>
  </Card>
)
