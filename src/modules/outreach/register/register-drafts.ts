import type { Purpose } from './purpose.ts'
import type { EntryText } from './register-entry.ts'

/** The two bodies that decide together, and so keep a register. */
export type RegisterKind = 'operator' | 'association'

type Partners = { readonly operator: string; readonly association: string }

/** An entry as proposed to a body before anybody has read it: a draft, which only a named person confirms. */
export const draftEntry = (purpose: Purpose, kind: RegisterKind, partners: Partners): EntryText => ({
  ...common,
  ...drafts[purpose],
  ...bases[kind],
  ...(purpose === 'oppositions' ? oppositionBase : {}),
  ...(purpose === 'census' ? ofCensus[kind] : {}),
  arrangement: arrangement(partners),
})

const common = {
  people: 'Les maires, élus et agents des mairies, dans leur fonction.',
  source:
    'L’Annuaire de l’administration (service-public.fr), le Répertoire national des élus, et les mairies elles-mêmes quand elles répondent.',
  transfers: 'Aucun : les données restent dans l’Union européenne.',
  security:
    'Accès par code à usage unique, par organisme, refusé par défaut ; toute action garde son auteur et sa date ; les adresses opposées ne sont gardées que sous une empreinte. À compléter : hébergement, sauvegardes, habilitations.',
}

const bases: Record<RegisterKind, Pick<EntryText, 'base' | 'baseReason' | 'balance'>> = {
  operator: {
    base: '6.1.e',
    baseReason:
      'Mission d’intérêt public de l’établissement : assister les communes de son ressort dans leur organisation et leur numérique.',
    balance: '',
  },
  association: {
    base: '6.1.f',
    baseReason:
      'Intérêt de l’association à faire connaître et adopter les logiciels libres, son objet statutaire.',
    balance:
      'L’envoi est professionnel, rare et adressé à la mairie, à une adresse publique ; il n’emploie aucun traceur ; la source est dite ; refuser est gratuit, immédiat et tenu par tous. Une mairie peut s’attendre à un tel envoi, et il n’en résulte pour les personnes ni coût ni décision.',
  },
}

// Companies, not town halls: other people, other sources, another balance.
const censusPeople = {
  people: 'Les responsables et contacts professionnels des entreprises de services numériques.',
  source:
    'Les annuaires publics nommés sur la page de chaque entreprise, et les entreprises elles-mêmes quand elles répondent.',
}

const ofCensus: Record<RegisterKind, Partial<EntryText>> = {
  operator: {
    ...censusPeople,
    baseReason:
      'Mission d’intérêt public de l’établissement : aider les communes à trouver qui peut les servir, sans en préférer aucun.',
  },
  association: {
    ...censusPeople,
    baseReason: 'Intérêt de l’association à ce que les communes trouvent qui sert les logiciels libres.',
    balance:
      'L’invitation est professionnelle, rare et adressée à l’entreprise, à une adresse publique ; elle n’emploie aucun traceur ; la source est dite ; refuser ou se faire retirer est gratuit, immédiat et tenu par tous. Une entreprise qui se dit au service des communes peut s’y attendre.',
  },
}

const oppositionBase = {
  base: '6.1.c',
  baseReason: 'Respecter le droit d’opposition (RGPD, art. 21) demande de se souvenir de qui l’a exercé.',
  balance: '',
} as const

type Draft = Pick<EntryText, 'purpose' | 'data' | 'recipients' | 'retention'>

const drafts: Record<Purpose, Draft> = {
  outreach: {
    purpose:
      'Écrire aux mairies du périmètre, par lettre et par courriel, pour faire connaître les logiciels libres et proposer un accompagnement.',
    data: 'Nom, fonction et coordonnées professionnelles ; envois reçus, leur date et leur état.',
    recipients: 'Les personnes habilitées de l’opérateur et de l’association.',
    retention: 'Trois ans après la collecte ou le dernier contact venu de la mairie.',
  },
  contacts: {
    purpose: 'Recevoir les réponses, les orienter vers le bon organisme et y donner suite.',
    data: 'Nom, fonction, téléphone et courriel que la personne donne ; ce qu’elle écrit ou dit.',
    recipients:
      'L’organisme qui traite la demande ; l’autre si la demande le concerne et que la mairie l’accepte.',
    retention: 'Trois ans après le dernier contact venu de la mairie.',
  },
  accompaniment: {
    purpose: 'Accompagner une mairie pas à pas, de sa demande à son autonomie.',
    data: 'Interlocuteurs de la mairie, besoins, étapes faites et à faire, notes de suivi.',
    recipients: 'L’organisme qui accompagne ; un prestataire choisi par la mairie, avec son accord.',
    retention: 'Deux ans après la fin de l’accompagnement, puis archivage ou anonymisation.',
  },
  trainings: {
    purpose: 'Inviter aux formations, tenir les inscriptions et les feuilles de présence.',
    data: 'Nom, fonction, mairie, courriel, formations suivies.',
    recipients: 'Les formateurs des deux organismes.',
    retention: 'Trois ans après la formation.',
  },
  census: {
    purpose:
      'Recenser les entreprises qui servent les logiciels libres, inviter chacune à tenir sa page et suivre sa réponse.',
    data: 'Nom, SIREN et coordonnées professionnelles ; invitations reçues, leur date et leur état ; ce que l’entreprise déclare.',
    recipients:
      'Les personnes habilitées des deux organismes ; le public, pour ce que la page de l’entreprise montre.',
    retention:
      'Trois ans après la collecte ou le dernier contact venu de l’entreprise ; la page, jusqu’à son retrait.',
  },
  oppositions: {
    purpose: 'Ne plus jamais écrire à qui l’a refusé.',
    data: 'La commune qui refuse, la date et le moyen ; pour une personne, la seule empreinte de son adresse.',
    recipients: 'Les personnes habilitées des deux organismes.',
    retention: 'Aussi longtemps que l’opposition vaut, au moins trois ans. Aucun autre usage.',
  },
}

const arrangement = ({ operator, association }: Partners) =>
  `${operator} et ${association} décident ensemble des finalités et des moyens. Chacun informe, reçoit les demandes d’accès, de rectification, d’effacement et d’opposition, et les transmet le jour même à l’autre quand elles le concernent ; l’opérateur tient la machine et notifie les violations ; une opposition vaut pour les deux. L’essentiel de cet accord est publié.`
