import type { LookStanding } from '../../test-copies/test-copy.ts'
import { outreachPaths } from '../waves.paths.ts'
import { day } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type TestCopyFacts = { readonly waveId: string; readonly look: LookStanding }

/** Somebody looked at a real rendering in the last day. */
export const testCopy = ({ waveId, look }: TestCopyFacts): LineStanding => ({
  group: 'content',
  label: 'Quelqu’un a regardé une copie d’essai dans la journée',
  isReady: look.state === 'seen',
  sentence: sentenceOf(look),
  whoMends: 'Quelqu’un de l’opérateur ou de l’association en demande une, et dit l’avoir regardée.',
  mends: [
    {
      label: 'Voir une copie d’essai',
      href: outreachPaths.testCopy(waveId),
      by: ['operator', 'association'],
    },
  ],
})

function sentenceOf(look: LookStanding) {
  if (look.state === 'seen') return `Regardée par ${look.by}, ${day(look.at)}.`
  if (look.state === 'too-old') return `Regardée par ${look.by}, ${day(look.at)} : il y a plus d’un jour.`
  if (look.state === 'other-text') return 'Le message a changé depuis la dernière copie d’essai.'

  return look.state === 'none'
    ? 'Aucune copie d’essai n’a été demandée.'
    : 'Une copie d’essai attend d’être regardée.'
}
