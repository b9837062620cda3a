import { typo } from '#ui/french.ts'
import type { EditKind, EditRefusal, NeedEdit } from './need-edit.ts'

/** What an editor did, in a sentence. */
export const editSentence = ({ kind, subject, after }: NeedEdit) =>
  typo(sentences[kind](subject ?? '', after && 'level' in after ? after.level : 'full'))

const sentences: Record<EditKind, (subject: string, level: 'full' | 'part') => string> = {
  'word-added': (subject) => `« ${subject} » mène désormais à ce besoin`,
  'word-removed': (subject) => `« ${subject} » n’y mène plus`,
  'fit-set': (subject, level) =>
    `${subject} y répond ${level === 'full' ? 'entièrement' : 'en partie'}, dit à la main`,
  'fit-removed': (subject) => `${subject} n’y répond plus`,
  retired: () => 'Besoin retiré de l’annuaire',
  restored: () => 'Besoin remis dans l’annuaire',
}

/** Why an edit is refused, and beside which field. */
export const editRefusals: Record<EditRefusal, { readonly field: string; readonly message: string }> = {
  'already-there': { field: 'words', message: 'Ces mots mènent déjà à ce besoin.' },
  'not-there': { field: '', message: 'Cela n’y est plus : quelqu’un l’a déjà retiré.' },
  'unknown-software': {
    field: 'software',
    message: 'Aucune fiche ne porte ce nom : choisissez un logiciel de la liste.',
  },
  'missing-not-said': { field: 'missing', message: 'Dites ce qui manque à ce logiciel pour ce besoin.' },
  'same-fit': { field: 'level', message: 'C’est déjà ce que dit l’annuaire.' },
  'already-undone': { field: '', message: 'Ce geste est déjà défait.' },
  'changed-since': {
    field: '',
    message: 'Un autre geste l’a suivi sur la même chose : défaites d’abord le plus récent.',
  },
}
