import type { AudienceKind } from '../waves/addressee.ts'

/** What of a message the law asks to find in it, and the words by which it is told. */
export type NoticeElement = { readonly name: string; readonly words: readonly string[] }

type Notice = {
  readonly audience?: AudienceKind
  readonly operator: string
  readonly association: string
  readonly dpoEmail: string
  readonly source: string
  readonly answerUrl: string
}

// What differs with whom it is written to.
const wordsOf: Record<AudienceKind, Record<'purpose' | 'data' | 'receivers', string>> = {
  'town-halls': {
    purpose: 'Faire connaître les logiciels libres',
    data: 'nom, fonction et coordonnées professionnelles',
    receivers: 'Les deux organismes et',
  },
  companies: {
    purpose: 'Recenser les entreprises',
    data: 'SIREN et coordonnées professionnelles',
    receivers: 'Les deux organismes ; le nom de l’entreprise',
  },
}

/** The elements of articles 13, 14 and 21 of the GDPR, each as the person would name it when it is missing. */
export const noticeElements = (notice: Notice): readonly NoticeElement[] => [
  { name: 'qui écrit', words: [notice.operator, notice.association, 'ensemble responsables'] },
  { name: 'le délégué à la protection des données', words: [notice.dpoEmail] },
  { name: 'la finalité', words: [wordsOf[notice.audience ?? 'town-halls'].purpose] },
  { name: 'la base légale', words: ['6.1.e', '6.1.f'] },
  { name: 'les catégories de données', words: [wordsOf[notice.audience ?? 'town-halls'].data] },
  { name: 'la source', words: ['Source', notice.source] },
  { name: 'les destinataires', words: [wordsOf[notice.audience ?? 'town-halls'].receivers] },
  { name: 'la durée de conservation', words: ['Trois ans après le dernier contact'] },
  { name: 'les droits', words: ['Accéder à vos données', 'rectifier', 'effacer', 'limiter'] },
  { name: 'le moyen de s’opposer', words: ['opposer à tout nouvel envoi', notice.answerUrl] },
  { name: 'la réclamation à la CNIL', words: ['CNIL'] },
]

/** The names of the elements that a drawn message lacks: lines, hyphens and typography are not looked at. */
export function missingElements(text: string, elements: readonly NoticeElement[]) {
  const drawn = squeezed(text)
  return elements
    .filter(({ words }) => words.some((word) => word.trim() === '' || !drawn.includes(squeezed(word))))
    .map(({ name }) => name)
}

/** The words of an HTML e-mail, without its markup. */
export const htmlWords = (html: string) =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const squeezed = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s\u00ad\u2010\u2011-]/g, '')
