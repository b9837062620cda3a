import type { ReplyCode } from '#values/reply-code.ts'
import { composeEmail } from '../deliveries/email.ts'
import { answerUrl } from '../messages/message-values.ts'
import { htmlWords, missingElements, noticeElements } from '../messages/notice-elements.ts'
import type { AudienceRow, Planned } from './audience.ts'
import { valuesFor } from './empty-variables.ts'
import type { Sender } from './sender.ts'

type Drawn = {
  readonly recipients: readonly (AudienceRow & { readonly planned: Planned })[]
  readonly message: { readonly subject: string; readonly body: string; readonly signature: string }
  readonly sender: Sender
  readonly now: Date
}

const anyCode = '2222222222' as ReplyCode

/** What the e-mail of the first addressee lacks of what the law asks, in each of its two forms. */
export function emailNoticeGaps({ recipients, message, sender, now }: Drawn) {
  const first = recipients.find(({ planned }) => planned.channel === 'email')
  if (first?.planned.channel !== 'email') return { html: [], text: [] }

  const { address, source } = first.planned
  const values = valuesFor(first.candidate, sender, anyCode, now)
  const audience = first.candidate.companyId === undefined ? 'town-halls' : 'companies'
  const delivery = {
    address,
    addressSource: source,
    replyCode: anyCode,
    messageId: 'releve',
    values,
    audience,
  } as const
  const { html, text } = composeEmail({ ...message, sender }, delivery)
  const elements = noticeElements({
    ...sender,
    audience,
    source,
    answerUrl: answerUrl(sender.baseUrl, anyCode),
  })
  return { html: missingElements(htmlWords(html), elements), text: missingElements(text, elements) }
}
