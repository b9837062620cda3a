import { Button } from './button.tsx'
import { duration, number, typo } from './french.ts'

type ProgressProps = {
  label: string
  done: number
  total: number
  secondsLeft?: number
  /** Where a POST stops the work; `label` says what is stopped. */
  stop?: { action: string; label: string }
}

/** Long work: what is done, out of how many, what remains, and how to stop it. */
export function Progress({ label, done, total, secondsLeft, stop }: ProgressProps) {
  const rest = total - done

  return (
    <div class="progress">
      <label>
        <strong>{typo(label)}</strong>
        <progress max={Math.max(total, 1)} value={done} />
      </label>
      <p>
        <output>
          {number(done)} sur {number(total)}
          {rest > 0 ? ` · reste ${number(rest)}` : ' · terminé'}
          {rest > 0 && secondsLeft !== undefined && ` · environ ${duration(secondsLeft)}`}
        </output>
      </p>
      {stop && rest > 0 && (
        <form method="post" action={stop.action}>
          <Button kind="danger">{typo(stop.label)}</Button>
        </form>
      )}
    </div>
  )
}
