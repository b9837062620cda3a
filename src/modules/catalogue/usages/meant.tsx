import { RadioField } from '#ui/choice-field.tsx'
import { TextField } from '#ui/field.tsx'

type Proposal = { readonly value: string; readonly label: string }

type MeantProps = {
  readonly name: 'commune' | 'software'
  readonly label: string
  readonly hint: string
  readonly typed: Readonly<Record<string, string>>
  readonly proposals: readonly Proposal[]
  readonly error?: string
}

/** A name to type, then, when it may mean several, the ones to choose from. */
export const Meant = ({ name, label, hint, typed, proposals, error }: MeantProps) => (
  <>
    <TextField
      name={name}
      label={label}
      hint={hint}
      size="long"
      maxlength={120}
      value={typed[name]}
      error={proposals.length === 0 ? error : undefined}
    />
    {proposals.length > 0 && (
      <RadioField
        name={`${name}Chosen`}
        label={name === 'commune' ? 'Laquelle ?' : 'Lequel ?'}
        hint="Aucun ne convient ? Changez le nom au-dessus, puis envoyez de nouveau."
        choices={proposals}
        error={error}
      />
    )}
  </>
)
