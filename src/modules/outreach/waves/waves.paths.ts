import { deliveryPaths } from '../deliveries/deliveries.paths.ts'

const wave = (id: string) => `/waves/${id}`

export const outreachPaths = {
  waves: () => '/waves',
  newWave: () => '/waves/new',
  wave,
  edit: (id: string) => `${wave(id)}/edit`,
  checks: (id: string) => `${wave(id)}/checks`,
  approval: (id: string) => `${wave(id)}/approval`,
  approvals: (id: string) => `${wave(id)}/approvals`,
  testCopy: (id: string) => `${wave(id)}/test-copy`,
  testCopies: (id: string) => `${wave(id)}/test-copies`,
  testCopyLook: (id: string, copy: string) => `${wave(id)}/test-copies/${copy}/look`,
  draw: (id: string) => `${wave(id)}/draw`,
  newReminder: (id: string) => `${wave(id)}/reminders/new`,
  reminders: (id: string) => `${wave(id)}/reminders`,
  launch: (id: string) => `${wave(id)}/launch`,
  pause: (id: string) => `${wave(id)}/pause`,
  pace: (id: string) => `${wave(id)}/pace`,
  resume: (id: string) => `${wave(id)}/resume`,
  recipients: (id: string) => `${wave(id)}/recipients`,
  exclusions: (id: string) => `${wave(id)}/exclusions`,
  retentionExclusions: (id: string) => `${wave(id)}/exclusions/past-retention`,
  exclusionRemoval: (id: string) => `${wave(id)}/exclusions/removal`,
  deliveries: (id: string, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`${wave(id)}/deliveries`, query),
  sheet: (id: string, type: 'csv' | 'ods', query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`${wave(id)}/deliveries.${type}`, query),
  compose: (id: string) => `${wave(id)}/compositions`,
  lot: (id: string) => `/lots/${id}`,
  lotFile: (id: string) => `/lots/${id}/file`,
  lotCover: (id: string) => `/lots/${id}/cover`,
  lotProof: (id: string) => `/lots/${id}/proof`,
  lotReprints: (id: string) => `/lots/${id}/reprints`,
  lotReprint: (id: string, reprint: string) => `/lots/${id}/reprints/${reprint}`,
  lotStep: (id: string, step: string) => `/lots/${id}/${step}`,
  stopWork: (id: string) => `${wave(id)}/compositions/stop`,
  envelopes: () => '/envelopes',
  envelopeTestSheet: (id: string) => `/envelopes/${id}/test-sheet`,
  envelopeRetirement: (id: string) => `/envelopes/${id}/retirement`,
  outbox: () => '/outbox',
  // The mailbox stands above this module: its address is known here, its code is not.
  replyToOutbox: (id: string) => `/mailbox/replies/${id}`,
  outboxHtml: (id: string) => `/outbox/${id}/message.html`,
  outboxMessage: (id: string) => `/outbox/${id}`,
  delivery: deliveryPaths.show,
  newCompanyWave: (query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery('/waves/companies/new', query),
  companyWave: (id: string) => `${wave(id)}/companies`,
  companyWaves: () => '/waves/companies',
  // The census stands above this module: its addresses are known here, its code is not.
  company: (id: string) => `/companies/${id}`,
  invitation: (code: string) => `/invitations/${code}`,
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>) {
  const words = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return words.length > 0 ? `${path}?${new URLSearchParams(words)}` : path
}
