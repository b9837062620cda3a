import { availableParallelism } from 'node:os'

/** One measured figure and its target; `atLeast` when more is better. */
export type Target = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target: number
  readonly atLeast?: boolean
}

/** Prints the table of a bench, and with --json its object as the last line. Leaves with 1 when a target is missed. */
export function report(bench: string, targets: readonly Target[]) {
  const cores = availableParallelism()
  const judged = targets.map(judge)

  process.stdout.write(`${bench} (${cores} cœurs)\n`)
  for (const target of judged) process.stdout.write(`${line(target)}\n`)
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ bench, cores, targets: judged.map(published) })}\n`)
  if (judged.some(({ pass }) => !pass)) process.exitCode = 1
}

const judge = (target: Target) => ({
  ...target,
  pass: target.atLeast ? target.value >= target.target : target.value <= target.target,
})

type Judged = ReturnType<typeof judge>

const line = ({ name, value, unit, target, atLeast, pass }: Judged) =>
  `${pass ? '✔' : '✖'} ${name.padEnd(48)} ${shown(value)} ${unit}  ${atLeast ? '≥' : '≤'} ${shown(target)} ${unit}  ` +
  (target === 0 ? '' : `(${Math.round((value / target) * 100)} %)`)

const shown = (value: number) => value.toLocaleString('fr-FR', { maximumSignificantDigits: 4 }).padStart(8)

const published = ({ name, value, unit, target, pass }: Judged) => ({ name, value, unit, target, pass })
