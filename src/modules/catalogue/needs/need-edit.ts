import { accept, refuse } from '#values/decision.ts'

/** What an editor may do to a need of the vocabulary. */
export type EditKind = 'word-added' | 'word-removed' | 'fit-set' | 'fit-removed' | 'retired' | 'restored'

/** How a word was, so that it can come back as it was. */
export type WordState = { readonly kind: 'synonym' | 'phrase'; readonly source: string }

/** How a software met a need, so that it can be said again as it was. */
export type FitState = {
  readonly level: 'full' | 'part'
  readonly missing: string | null
  readonly source: string
}

/** What somebody did to a need: about which words or software, and how it was before. */
export type NeedEdit = {
  readonly id: string
  readonly need: string
  readonly kind: EditKind
  /** The words, or the slug of the software. */
  readonly subject: string | null
  readonly before: WordState | FitState | null
  readonly after: WordState | FitState | null
  readonly by: string
  readonly at: Date
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
}

/** An edit is undone once, and only while nothing came after it about the same thing: else one would undo more than one sees. */
export function checkUndoing(edit: NeedEdit, edits: readonly NeedEdit[]) {
  if (edit.undoneAt) return refuse('already-undone')
  const isAboutTheSame = ({ kind, subject }: NeedEdit) =>
    subject === edit.subject && familyOf[kind] === familyOf[edit.kind]
  const cameAfter = edits.some((other) => other.at > edit.at && !other.undoneAt && isAboutTheSame(other))

  return cameAfter ? refuse('changed-since') : accept(edit)
}

const familyOf: Record<EditKind, 'word' | 'fit' | 'whole'> = {
  'word-added': 'word',
  'word-removed': 'word',
  'fit-set': 'fit',
  'fit-removed': 'fit',
  retired: 'whole',
  restored: 'whole',
}

/** A fit « in part » says what is missing, and a whole one has nothing to say. */
export function checkFit({ level, missing }: { readonly level: 'full' | 'part'; readonly missing: string }) {
  if (level === 'full') return accept({ level, missing: null } as const)
  if (missing.trim() === '') return refuse('missing-not-said')

  return accept({ level, missing: missing.trim() } as const)
}

export type EditRefusal =
  | Extract<ReturnType<typeof checkUndoing>, { ok: false }>['reason']
  | Extract<ReturnType<typeof checkFit>, { ok: false }>['reason']
  | 'already-there'
  | 'not-there'
  | 'unknown-software'
  | 'same-fit'
