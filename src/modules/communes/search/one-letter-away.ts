type Options = { readonly isBeginning?: boolean }

/**
 * Says whether one slip of the finger separates what was typed from a word: a letter changed, forgotten, added, or
 * two neighbours swapped. With `isBeginning`, the word may go on after what was typed.
 */
export function isOneLetterAway(typed: string, word: string, { isBeginning = false }: Options = {}) {
  const at = firstDifference(typed, word)
  if (at === typed.length) return isBeginning ? true : word.length - typed.length <= 1
  if (at === word.length) return typed.length - word.length <= 1

  return (
    goesOn(typed, at + 1, word, at + 1, isBeginning) ||
    goesOn(typed, at + 1, word, at, isBeginning) ||
    goesOn(typed, at, word, at + 1, isBeginning) ||
    (typed[at] === word[at + 1] &&
      typed[at + 1] === word[at] &&
      goesOn(typed, at + 2, word, at + 2, isBeginning))
  )
}

function firstDifference(typed: string, word: string) {
  const end = Math.min(typed.length, word.length)
  for (let at = 0; at < end; at++) if (typed.charCodeAt(at) !== word.charCodeAt(at)) return at

  return end
}

function goesOn(typed: string, from: number, word: string, wordFrom: number, isBeginning: boolean) {
  const left = typed.length - from
  const wordLeft = word.length - wordFrom
  if (left > wordLeft || (left < wordLeft && !isBeginning)) return false

  for (let step = 0; step < left; step++) {
    if (typed.charCodeAt(from + step) !== word.charCodeAt(wordFrom + step)) return false
  }
  return true
}
