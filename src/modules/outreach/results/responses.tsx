import { Button } from '#ui/button.tsx'
import { Section } from '#ui/card.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { number, percent, typo } from '#ui/french.ts'
import { IntervalBars } from '#ui/interval-bars.tsx'
import { type Comparison, compare, type Rate, wilson } from './rates.ts'
import type { NamedRate, WaveRate, WaveResults } from './wave-results.queries.ts'

const withInterval = (rate: NamedRate & { readonly href?: string }) => ({ ...rate, ...wilson(rate) })

const explained =
  'Le trait va du plus petit au plus grand taux que ces nombres permettent (intervalle de Wilson à 95 %). Une mairie ne compte qu’une réponse : le premier signe favorable d’une personne, quel que soit son canal.'

/** The responses to one wave, as so many of so many with their interval: all, by way, by stratum. */
export const WaveResponses = ({ results: { all, channels, strata } }: { results: WaveResults }) =>
  all.n === 0 ? null : (
    <Section title="Les réponses" id="reponses">
      <IntervalBars
        label="Mairies qui ont répondu favorablement, parmi celles atteintes"
        explained={explained}
        rows={[all, ...(channels.length > 1 ? channels : [])].map(withInterval)}
      />
      {strata.length > 1 && (
        <details>
          <summary>Par intercommunalité et par taille</summary>
          <IntervalBars label="Les réponses par strate" rows={strata.map(withInterval)} />
        </details>
      )}
    </Section>
  )

type WavesProps = {
  readonly waves: readonly WaveRate[]
  readonly action: string
  readonly href: (id: string) => string
  /** The two waves to compare; the last two when they are not said. */
  readonly chosen: readonly [string | undefined, string | undefined]
}

/** The responses to every wave, and what may honestly be said of two of them. */
export function WavesResponses({ waves, action, href, chosen }: WavesProps) {
  if (waves.length === 0) return null
  const one = waves.find(({ id }) => id === chosen[0]) ?? waves.at(-2)
  const other = waves.find(({ id }) => id === chosen[1]) ?? waves.at(-1)

  return (
    <Section title="Les réponses, vague par vague" id="reponses">
      <IntervalBars
        label="Mairies qui ont répondu favorablement, parmi celles atteintes"
        explained={explained}
        rows={waves.map((wave) => withInterval({ ...wave, href: href(wave.id) }))}
      />
      {one && other && waves.length > 1 && (
        <form class="form" action={`${action}#reponses`} method="get">
          <Choice name="one" label="Comparer" waves={waves} value={one.id} />
          <Choice name="other" label="avec" waves={waves} value={other.id} />
          <Button>Comparer ces vagues</Button>
          <p>{typo(one.id === other.id ? 'Choisissez deux vagues différentes.' : sentenceOf(one, other))}</p>
        </form>
      )}
    </Section>
  )
}

const Choice = ({
  waves,
  ...field
}: {
  name: string
  label: string
  value: string
  waves: readonly WaveRate[]
}) => <SelectField {...field} choices={waves.map(({ id, label }) => ({ value: id, label }))} />

/** What may be said of two waves, in one plain sentence. */
export function sentenceOf(one: Rate & { label: string }, other: Rate & { label: string }) {
  return sentences[compare(one, other).verdict](compare(one, other), one, other)
}

type Told = (comparison: Comparison, one: Rate & { label: string }, other: Rate & { label: string }) => string

const share = (value: number) => percent(value, 1)

const sentences: Record<Comparison['verdict'], Told> = {
  'too-small': (comparison, one, other) =>
    comparison.verdict === 'too-small'
      ? `Ces deux vagues sont trop petites pour être comparées : distinguer ${share(comparison.base)} de ${share(comparison.target)} demande environ ${number(comparison.needed)} mairies dans chacune, et elles en ont atteint ${number(one.n)} et ${number(other.n)}. Un écart entre elles peut n’être que du hasard.`
      : '',
  same: () => 'Rien ne distingue ces deux vagues : l’écart entre elles peut n’être que du hasard.',
  differ: (_, one, other) =>
    `« ${one.k / one.n > other.k / other.n ? one.label : other.label} » a reçu plus de réponses, au-delà de ce que le hasard explique. Si les mairies n’ont pas été tirées au sort, autre chose que le message peut l’expliquer.`,
}
