import type { Show } from './mail-filter.ts'

export const mailboxPaths = {
  list: (query = '') => `/mailbox${query}`,
  shown: (show: Show) => (show === 'waiting' ? '/mailbox' : `/mailbox?show=${show}`),
  csv: (query = '') => `/mailbox.csv${query}`,
  ods: (query = '') => `/mailbox.ods${query}`,
  show: (id: string, query = '') => `/mailbox/${id}${query}`,
  html: (id: string) => `/mailbox/${id}/message.html`,
  source: (id: string) => `/mailbox/${id}/message.eml`,
  attachment: (id: string, rank: number) => `/mailbox/${id}/attachments/${rank}`,
  attach: (id: string) => `/mailbox/${id}/commune`,
  address: (id: string) => `/mailbox/${id}/address`,
  oppose: (id: string) => `/mailbox/${id}/opposition`,
  settle: (id: string) => `/mailbox/${id}/settlement`,
  kind: (id: string) => `/mailbox/${id}/kind`,
  undoKind: (id: string) => `/mailbox/${id}/kind/undo`,
  read: () => '/mailbox/readings',
  deposit: () => '/mailbox/deposits',
  reply: (outboxId: string) => `/mailbox/replies/${outboxId}`,
}
