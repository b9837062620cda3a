import { CheckboxField, type Choice } from './choice-field.tsx'
import { plural, typo } from './french.ts'

type ChoiceGroupProps = {
  readonly name: string
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly values: readonly string[]
  /** « fiche », « fiches »: what is counted beside the name of the group. */
  readonly noun: readonly [one: string, many: string]
}

/** Many answers to tick, folded under the name of their group; open while one of them is ticked. */
export function ChoiceGroup({ name, id, label, choices, values, noun: [one, many] }: ChoiceGroupProps) {
  const ticked = choices.filter(({ value }) => values.includes(value)).length

  return (
    <details class="choice-group" open={ticked > 0}>
      <summary>
        <strong>{typo(label)}</strong>
        <span>{plural(choices.length, one, many)}</span>
        {ticked > 0 && <span>{`dont ${plural(ticked, 'cochée', 'cochées')}`}</span>}
      </summary>
      <CheckboxField name={name} id={id} label={label} choices={choices} values={values} />
    </details>
  )
}
