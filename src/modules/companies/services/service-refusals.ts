import type { AreaFault } from './area-named.action.ts'

/** What stops a statement, in words, beside the field that it is about. */
export const statementRefusals = {
  'one-subject': { field: 'need', message: 'Choisissez un besoin, ou écrivez un logiciel : l’un des deux.' },
  'unknown-need': {
    field: 'need',
    message: 'Ce besoin n’est pas dans l’annuaire : choisissez-le dans la liste.',
  },
  'unknown-software': {
    field: 'software',
    message: 'Aucun logiciel de l’annuaire ne porte ce nom : reprenez-le dans les propositions.',
  },
  'no-area': { field: 'areas', message: 'Dites où : « France », un département, une commune…' },
} as const

/** The lines of a list of places that were not understood, with what each may mean. */
export const areaProblem = (faults: readonly AreaFault[]) => ({
  field: 'areas',
  message: faults
    .map(({ line, proposals }) =>
      proposals.length > 0
        ? `« ${line} » : ${proposals.join(', ')} ? Écrivez-le avec son code.`
        : `« ${line} » n’est ni un département, ni une intercommunalité, ni une commune.`,
    )
    .join(' '),
})
