/**
 * Keeps of a message what the rules read, as it streams past: the beginning of each of its parts. A reply of thirty
 * megabytes is then some hundred kilobytes, with every part in its place and the long ones cut short.
 */
export function lightCopy() {
  const kept: Uint8Array[] = []
  let room = longestPart
  let total = longestCopy
  let carried: Uint8Array = new Uint8Array(0)

  function keep(bytes: Uint8Array) {
    const taken = bytes.subarray(0, Math.min(room, total))
    kept.push(taken)
    room -= taken.length
    total -= taken.length
  }

  function push(chunk: Uint8Array) {
    const bytes = joined([carried, chunk])
    let from = 0
    for (let mark = nextMark(bytes, 1); mark >= 0; mark = nextMark(bytes, mark + 1)) {
      keep(bytes.subarray(from, mark))
      room = longestPart
      from = mark
    }
    // The last two bytes may begin a mark that the next chunk ends.
    const end = Math.max(from, bytes.length - 2)
    keep(bytes.subarray(from, end))
    carried = bytes.subarray(end).slice()
  }

  return {
    push,
    bytes() {
      keep(carried)
      carried = new Uint8Array(0)
      return joined(kept)
    },
  }
}

const longestPart = 256 * 1024
const longestCopy = 8 * 1024 * 1024

/** Where a line begins by two hyphens: a part may begin there (RFC 2046 §5.1.1); encoded files hold none. */
function nextMark(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(10, from); at >= 0 && at + 2 < bytes.length; at = bytes.indexOf(10, at + 1))
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) return at
  return -1
}

function joined(pieces: readonly Uint8Array[]) {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
