import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'

/**
 * A part that is written once for the same props, then repeated: for what every page carries unchanged, such as the
 * header and the rail. Its props must be plain values. Past some hundreds of different props it forgets and begins again: a large part holds a smaller number.
 */
export function kept<Props extends object>(Part: FC<Props>, most = 500): (props: Props) => Child {
  const written = new Map<string, Child>()

  return (props) => {
    const key = JSON.stringify(props)
    const known = written.get(key)
    if (known) return known

    if (written.size >= most) written.clear()
    const text = raw(String(<Part {...props} />))
    written.set(key, text)
    return text
  }
}
