import type { FoundingAnswers } from './founding-form.ts'

/** The partners that the answers describe; the network only when it is named. */
export const partnersOf = (answers: FoundingAnswers) => ({
  operator: {
    name: answers.operatorName,
    postalAddress: lines(answers.operatorAddress),
    email: answers.operatorEmail,
    phone: answers.operatorPhone,
    dpoEmail: answers.operatorDpo,
  },
  association: {
    name: answers.associationName,
    postalAddress: lines(answers.associationAddress),
    email: answers.associationEmail,
    phone: answers.associationPhone,
    dpoEmail: answers.associationDpo,
  },
  network: answers.networkName
    ? {
        name: answers.networkName,
        postalAddress: lines(answers.networkAddress ?? ''),
        email: answers.networkEmail,
      }
    : undefined,
})

/** The lines of an address as an envelope wants them: no blank one, no space around. */
const lines = (address: string) =>
  address
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
