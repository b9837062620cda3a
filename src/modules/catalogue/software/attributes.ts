import type { Tristate } from './software.ts'

/** A question that every sheet answers by yes, no, unknown or « makes no sense here ». */
export type AttributeDefinition = { readonly label: string; readonly explanation: string }

/** The questions, in the order of the screens; each with what a yes means, for a boolean without it is a lie. */
export const attributeDefinitions: Readonly<Record<string, AttributeDefinition>> = {
  french: { label: 'En français', explanation: 'Les écrans et le mode d’emploi existent en français.' },
  'no-install': {
    label: 'S’utilise sans installation',
    explanation: 'Quelqu’un l’opère : une commune s’y inscrit et s’en sert dans son navigateur.',
  },
  'runs-offline': {
    label: 'Fonctionne sans Internet',
    explanation: 'Une coupure du réseau n’empêche pas de travailler.',
  },
  'data-export': {
    label: 'Rend toutes les données',
    explanation:
      'Toutes les données de la commune s’emportent dans un format ouvert, sans passer par le prestataire.',
  },
  rgaa: {
    label: 'Déclaré conforme au RGAA',
    explanation:
      'Une déclaration d’accessibilité (référentiel général, RGAA 4) dit la conformité totale. Sans objet pour un logiciel sans écran.',
  },
  'gdpr-export': {
    label: 'Aide à répondre aux droits des personnes (RGPD)',
    explanation:
      'Les données d’une personne s’extraient et s’effacent depuis le logiciel. Sans objet s’il n’en garde pas.',
  },
  multisite: {
    label: 'Se mutualise entre communes',
    explanation: 'Une seule installation sert plusieurs communes, chacune chez elle.',
  },
  'support-market': {
    label: 'Au marché de support de l’État',
    explanation: 'Le marché interministériel de support aux logiciels libres le couvre.',
  },
}

/** The answers, in the words of the screens. */
export const tristateNames: Record<Tristate, string> = {
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non connu',
  'not-applicable': 'Sans objet',
}
