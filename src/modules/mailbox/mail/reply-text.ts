import ReplyParser from 'email-reply-parser'

/** What somebody wrote themselves: neither the message they quote, nor the machine's line under it. */
export function replyText(text: string): string {
  const fragments = new ReplyParser().read(withoutForward(text).slice(0, longest)).getFragments()
  const own = fragments.filter((fragment) => !fragment.isQuoted() && !isPhonesLine(fragment.getContent()))

  return own
    .map((fragment) => fragment.getContent())
    .join('\n')
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same without the signature: what is meant, and nothing of who says it. */
export const meantText = (text: string) =>
  new ReplyParser().parseReply(withoutForward(text).slice(0, longest)).trim()

// The patterns of quotes are tried on every line: past this nobody has written by hand.
const longest = 40_000

// French programs separate what is quoted by a line of their own, which the parser does not know.
const separators =
  /^[-_ ]{2,}\s*(?:message d['’]origine|message original|message transféré|message suivi|forwarded message|original message)\s*[-_ ]{2,}.*$|^(?:de|from)\s*:.*\n(?:.*\n){0,3}?(?:envoyé|date|sent|à|to|pour|objet)\s*:/im

function withoutForward(text: string) {
  const lines = text.replace(/\r\n?/g, '\n')
  const at = lines.search(separators)
  // A message that begins by what it forwards has nothing else to say: it is kept whole.
  return at > 0 && lines.slice(0, at).trim() !== '' ? lines.slice(0, at) : lines
}

const isPhonesLine = (line: string) =>
  /^\s*(?:envoyé (?:de|depuis|à partir)|sent from|télécharger outlook|get outlook)\b.{0,60}\s*$/i.test(line)
