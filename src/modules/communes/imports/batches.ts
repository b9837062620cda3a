import type { Note, Observation } from './observation.ts'

/** The observations of a file, commune by commune, in batches of so many communes: always the same for the same file. */
export function batchesOf(notes: readonly Note[], communesPerBatch: number): Observation[][] {
  const byCommune = [...Map.groupBy(notes.filter(isObservation), ({ insee }) => insee).values()]
  const batches: Observation[][] = []
  for (let at = 0; at < byCommune.length; at += communesPerBatch)
    batches.push(byCommune.slice(at, at + communesPerBatch).flat())
  return batches
}

const isObservation = (note: Note): note is Observation =>
  note.fact !== 'refusal' && note.fact !== 'set-aside'
