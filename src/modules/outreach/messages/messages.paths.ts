const message = (id: string) => `/messages/${id}`

type Addressee = { readonly insee?: string | null; readonly companyId?: string | null }

/** The addresses of the messages; a preview is of one commune, named by its INSEE code, or of one company. */
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
  previewHtml: (id: string, addressee: Addressee) =>
    addressee.companyId
      ? `${message(id)}/preview.html?company=${addressee.companyId}`
      : ofCommune(`${message(id)}/preview.html`, addressee.insee ?? undefined),
  previewOfCompany: (id: string) => `${message(id)}/preview.html`,
}

const ofCommune = (path: string, insee?: string) => (insee ? `${path}?commune=${insee}` : path)
