type Addressed = { readonly id: string; readonly insee: string | null }

/** The town hall that a letter is for; throws for a company's, which the database refuses. */
export function townHallOf({ id, insee }: Addressed): string {
  if (insee === null) throw new Error(`delivery ${id} is not to a town hall`)

  return insee
}
