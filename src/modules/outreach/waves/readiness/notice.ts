import { type CheckStanding, checkSentence } from '../../checks/wave-check.ts'
import { messagePaths } from '../../messages/messages.paths.ts'
import { verify } from './checked.ts'
import { listed } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type NoticeFacts = {
  readonly waveId: string
  readonly messageId: string
  readonly emails: number
  readonly letters: number
  /** What the e-mail of the first town hall lacks, drawn as HTML and as text. */
  readonly noticeGaps: { readonly html: readonly string[]; readonly text: readonly string[] }
  /** What came of composing a letter and reading it. */
  readonly letterNotice: CheckStanding
}

/** Every form that leaves says what the law asks (GDPR art. 13, 14 and 21), looked for in the rendering itself. */
export function notice(facts: NoticeFacts): LineStanding {
  const { waveId, messageId, emails, letters, noticeGaps, letterNotice } = facts
  const gaps = emails > 0 ? [...new Set([...noticeGaps.html, ...noticeGaps.text])] : []
  const isEmailGood = gaps.length === 0
  const isLetterGood = letters === 0 || letterNotice.state === 'passed'
  const said = [
    ...(emails > 0 && isEmailGood ? ['Le courriel les porte toutes, en texte comme en HTML.'] : []),
    ...(isEmailGood ? [] : [`Le courriel ne dit pas ${listed(gaps)}.`]),
    ...(letters === 0
      ? []
      : [isLetterGood ? checkSentence(letterNotice) : `La lettre : ${checkSentence(letterNotice)}`]),
  ]

  return {
    group: 'law',
    label: 'Chaque envoi porte les mentions que la loi demande',
    isReady: isEmailGood && isLetterGood,
    sentence: said.join(' '),
    whoMends: 'L’auteur du message y met {{mentions_legales}} ; la personne qui prépare la vague vérifie.',
    mends: [
      ...(isLetterGood ? [] : [verify(waveId)]),
      ...(isEmailGood && letterNotice.state !== 'failed'
        ? []
        : [
            {
              label: 'Ouvrir le message',
              href: messagePaths.show(messageId),
              by: ['operator', 'association'] as const,
            },
          ]),
    ],
  }
}
