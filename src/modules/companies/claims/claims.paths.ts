import { companyPaths } from '../companies.paths.ts'

type Named = Parameters<typeof companyPaths.claim>[0]

/** The addresses by which a company takes its page, and by which a person decides when no mailbox can. */
export const claimPaths = {
  ask: companyPaths.claim,
  byHand: (company: Named) => `${companyPaths.claim(company)}/by-hand`,
  register: companyPaths.register,
  proof: (id: string, tag: string) => `/claims/${id}/${tag}`,
  desk: () => '/census/pending',
  accept: (id: string) => `/census/claims/${id}/acceptance`,
  refuse: (id: string) => `/census/claims/${id}/refusal`,
  reopen: (id: string) => `/census/claims/${id}/reopening`,
  undo: (id: string) => `/census/claims/${id}/undoing`,
}
