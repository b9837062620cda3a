const message = (id: string) => `/messages/${id}`

/** The addresses of the messages; a preview is of one commune, named by its INSEE code. */
export const messagePaths = {
  list: () => '/messages',
  listAfterArchiving: (id: string) => `/messages?archived=${id}`,
  show: message,
  saved: (id: string) => `${message(id)}?saved`,
  copies: (id: string) => `${message(id)}/copies`,
  archiving: (id: string) => `${message(id)}/archiving`,
  restoration: (id: string) => `${message(id)}/restoration`,
  preview: (id: string, insee?: string) => ofCommune(`${message(id)}/preview`, insee),
  previewPdf: (id: string, insee: string) => ofCommune(`${message(id)}/preview.pdf`, insee),
  previewHtml: (id: string, insee: string) => ofCommune(`${message(id)}/preview.html`, insee),
}

const ofCommune = (path: string, insee?: string) => (insee ? `${path}?commune=${insee}` : path)
