import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import type { World } from '#platform/world.ts'
import { missingElements, noticeElements } from '../messages/notice-elements.ts'
import { composePreview, findOccasion } from '../messages/preview-message.action.ts'
import type { LaunchPlan } from '../waves/plan-launch.action.ts'

const readLetter = { module: new URL('./read-letter.letter.ts', import.meta.url).href, name: 'readLetter' }

/** Composes the letter of one town hall of a wave, reads its PDF, and looks for what the law asks to find in it. */
export async function checkLetterNotice(world: World, { recipients, message, sender }: LaunchPlan) {
  const first = recipients.find(({ planned }) => planned.channel === 'letter')
  const insee = first?.candidate.insee
  const occasion = insee === undefined ? undefined : await findOccasion(world, insee)
  if (!first || !occasion) return { isPassed: false, sentence: 'Aucune lettre à composer.' }

  const composed = await composePreview(message, occasion)
  if (!composed.ok) return { isPassed: false, sentence: composed.sentences.join(' ') }

  const words = await sharedPdfPool().run<string>(readLetter, composed.value)
  const answerUrl = `${sender.baseUrl}/r`
  const missing = missingElements(
    words,
    noticeElements({ ...sender, source: first.planned.source, answerUrl }),
  )
  return missing.length === 0
    ? {
        isPassed: true,
        sentence: `La lettre à ${first.candidate.name}, composée et relue, les porte toutes.`,
      }
    : { isPassed: false, sentence: `La lettre à ${first.candidate.name} ne dit pas ${missing.join(', ')}.` }
}
