import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { outreachPaths } from './waves.paths.ts'

type RecentDaysProps = {
  readonly label: string
  readonly least: number
  readonly value: string
  readonly error?: string
}

/** How long those written to are left alone, in days. */
export const RecentDays = ({ label, least, value, error }: RecentDaysProps) => (
  <TextField
    name="recentDays"
    type="number"
    min={String(least)}
    max="3650"
    size="short"
    label={label}
    value={value}
    error={error}
  />
)

/** The end of a wave's form: `id` is that of a wave being changed. */
export const WaveFormActions = ({ id }: { readonly id?: string }) => (
  <Actions>
    <Button kind="main">{id ? 'Enregistrer les choix' : 'Préparer la vague'}</Button>
    <ButtonLink kind="quiet" href={id ? outreachPaths.wave(id) : outreachPaths.waves()}>
      Revenir sans rien changer
    </ButtonLink>
  </Actions>
)

/** Names as the choices of a list, each beginning with a capital. */
export const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }))
