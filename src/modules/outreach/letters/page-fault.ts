import type { Box } from '#values/box.ts'

/** What is wrong with a printed page, where, in millimetres from the sheet's top left corner. */
export type Fault =
  | { readonly reason: 'sheet-size'; readonly width: number; readonly height: number }
  | { readonly reason: 'unreadable'; readonly what: string }
  | { readonly reason: 'no-text' }
  | { readonly reason: 'address-missing'; readonly lines: readonly string[] }
  | {
      readonly reason: 'address-outside'
      readonly box: Box
      readonly by: Readonly<Partial<Record<Side, number>>>
    }
  | { readonly reason: 'intruder' | 'franking'; readonly what: string; readonly box: Box }
  | { readonly reason: 'no-reference'; readonly reference: string }
  | { readonly reason: 'no-square'; readonly count: number }
  | { readonly reason: 'small-square'; readonly side: number }
  | { readonly reason: 'other-square' }
  | { readonly reason: 'no-quiet-zone'; readonly free: number; readonly needed: number }
  | { readonly reason: 'no-code'; readonly code: string }

export type Side = 'left' | 'right' | 'top' | 'bottom'
export type PageFault = Fault & { readonly page: number; readonly commune: string }

const sides: Record<Side, string> = {
  left: 'à gauche',
  right: 'à droite',
  top: 'en haut',
  bottom: 'en bas',
}

/** The fault in a sentence that names the page and the commune: « Page 12, Abscon : … ». */
export const explainFault = ({ page, commune, ...fault }: PageFault) =>
  `Page ${page}, ${commune} : ${explanation(fault)}.`

function explanation(fault: Fault): string {
  switch (fault.reason) {
    case 'sheet-size':
      return `la feuille mesure ${mm(fault.width)} × ${mm(fault.height)} mm au lieu d’une A4`
    case 'unreadable':
      return `la page contient un dessin que la vérification ne sait pas lire (${fault.what})`
    case 'no-text':
      return 'la page ne porte aucun texte'
    case 'address-missing':
      return `l’adresse « ${fault.lines.join(', ')} » ne s’y lit pas`
    case 'address-outside':
      return `l’adresse sort de ce que la fenêtre montre toujours, de ${beyond(fault.by)} (elle est ${where(fault.box)})`
    case 'intruder':
      return `${fault.what} peut apparaître dans la fenêtre, ${where(fault.box)}`
    case 'franking':
      return `${fault.what} est sous la zone du timbre, ${where(fault.box)}`
    case 'no-reference':
      return `la référence « ${fault.reference} » manque au pied`
    case 'no-square':
      return fault.count === 0 ? 'le carré de réponse manque' : `il y a ${fault.count} carrés de réponse`
    case 'small-square':
      return `le carré de réponse mesure ${mm(fault.side)} mm au lieu de 20 mm au moins`
    case 'other-square':
      return 'le carré de réponse n’est pas celui de cette lettre'
    case 'no-quiet-zone':
      return `il faut ${mm(fault.needed)} mm de blanc autour du carré de réponse, il y en a ${mm(Math.max(0, fault.free))}`
    case 'no-code':
      return `le code de réponse ${fault.code} ne s’y lit pas`
  }
}

const beyond = (by: Partial<Record<Side, number>>) =>
  (Object.entries(by) as [Side, number][])
    .map(([side, margin]) => `${mm(-margin)} mm ${sides[side]}`)
    .join(' et ')

const where = ({ left, right, top, bottom }: Box) =>
  `de ${mm(left)} à ${mm(right)} mm du bord gauche et de ${mm(top)} à ${mm(bottom)} mm du haut`

const mm = (length: number) => (Math.round(length * 10) / 10).toLocaleString('fr-FR')
