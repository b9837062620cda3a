/** The address of the prices and budgets. */
export const postagePaths = { list: () => '/postage' }
