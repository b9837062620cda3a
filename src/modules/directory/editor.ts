import type { Visitor } from '#values/visitor.ts'

/** Whether somebody keeps the catalogue, and so is shown the way to its forms: the operator and the association do. */
export const isEditor = ({ role }: Visitor) => role === 'operator' || role === 'association'
