import type { Child } from 'hono/jsx'
import { dateTime, isoDate, shortDate, typo } from './french.ts'

/** A message in the list: who, about what, when; `current` is the one being read. */
export type MailboxItem = {
  href: string
  from: string
  subject: string
  at: Date
  excerpt?: string
  tags?: Child
  unread?: boolean
  current?: boolean
}

/** A list of messages and, beside it, the one being read. */
export function Mailbox({
  label,
  items,
  children,
}: {
  label: string
  items: readonly MailboxItem[]
  children?: Child
}) {
  return (
    <div class="mailbox">
      <nav aria-label={typo(label)}>
        <ul class="mailbox-items">
          {items.map((item) => (
            <li>
              <Item {...item} />
            </li>
          ))}
        </ul>
      </nav>
      <article>{children}</article>
    </div>
  )
}

function Item({ href, from, subject, at, excerpt, tags, unread, current }: MailboxItem) {
  return (
    <a href={href} aria-current={current ? 'true' : undefined} data-unread={unread}>
      <span class="mailbox-line">
        <span>
          {unread && <span class="visually-hidden">Non lu, </span>}
          {from}
        </span>
        <time datetime={isoDate(at)} title={dateTime(at)}>
          {shortDate(at)}
        </time>
      </span>
      <span class="mailbox-subject">{typo(subject)}</span>
      {excerpt && <span class="mailbox-excerpt">{typo(excerpt)}</span>}
      {tags}
    </a>
  )
}
