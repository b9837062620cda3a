export const contactPaths = {
  list: (query = '') => `/contacts${query}`,
  export: (query = '') => `/contacts.csv${query}`,
  sheet: (query = '') => `/contacts.ods${query}`,
  show: (id: string, query = '') => `/contacts/${id}${query}`,
  new: (insee = '') => `/contacts/new${insee && `?insee=${insee}`}`,
  takes: (id: string) => `/contacts/${id}/takes`,
  releases: (id: string) => `/contacts/${id}/releases`,
  settlements: (id: string) => `/contacts/${id}/settlements`,
  reopenings: (id: string) => `/contacts/${id}/reopenings`,
  transfers: (id: string) => `/contacts/${id}/transfers`,
  // The mailbox stands above this module too.
  mail: (mailId: string) => `/mailbox/${mailId}`,
  // The accompaniment module stands above this one: its address is known here, its code is not.
  openCase: (id: string) => `/cases/new?contact=${id}`,
}

/** The town hall's own pages: short, as they are typed from a letter. */
export const replyPaths = {
  type: () => '/r',
  answer: (code: string) => `/r/${code}`,
  answered: (code: string, contactId: string) => `/r/${code}/answers/${contactId}`,
}
