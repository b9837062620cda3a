/**
 * Which module may use which: the architecture on one screen. A module reads another only through its index.ts.
 * Lower modules know nothing of higher ones; a new arrow is argued in a decision record.
 */
export const uses = {
  communes: [],
  journal: ['communes'],
  organisations: ['communes', 'journal'],
  accounts: ['organisations'],
  programme: ['communes', 'journal', 'organisations', 'accounts'],
  outreach: ['communes', 'journal', 'organisations', 'programme'],
  contacts: ['communes', 'journal', 'organisations', 'accounts', 'programme', 'outreach'],
  mailbox: ['communes', 'journal', 'organisations', 'accounts', 'programme', 'outreach', 'contacts'],
  accompaniment: ['communes', 'journal', 'organisations', 'accounts', 'programme', 'contacts'],
  catalogue: ['communes', 'journal', 'organisations', 'programme', 'outreach'],
  companies: ['communes', 'journal', 'organisations', 'accounts', 'programme', 'outreach', 'catalogue'],
  directory: ['communes', 'organisations', 'programme', 'contacts', 'catalogue', 'companies'],
  guide: [],
  territory: [
    'communes',
    'journal',
    'organisations',
    'programme',
    'outreach',
    'contacts',
    'accompaniment',
    'catalogue',
    'companies',
  ],
} as const satisfies Record<string, readonly string[]>
