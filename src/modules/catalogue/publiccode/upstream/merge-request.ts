import type { Fault } from '../standard/fault.ts'

type Asked = {
  readonly name: string
  readonly faults: readonly Fault[] | null
  /** Where the file is read as we hold it. */
  readonly fileAddress: string
}

/** The text that a person sends to a project with the file: a merge request, or an e-mail. Nothing is sent by itself. */
export function mergeRequest({ name, faults, fileAddress }: Asked) {
  const errors = (faults ?? []).filter(({ isError }) => isError)
  return {
    title: faults === null ? 'Ajouter un fichier publiccode.yml' : 'Rendre le fichier publiccode.yml valide',
    body: [
      'Bonjour,',
      faults === null
        ? `${name} sert à des mairies. Un fichier publiccode.yml à la racine du dépôt le ferait paraître dans les catalogues publics de logiciels libres, dont celui de l’Union européenne.`
        : `Le fichier publiccode.yml de ${name} ne suit pas encore la norme : les catalogues publics, dont celui de l’Union européenne, le laissent de côté.`,
      ...(errors.length > 0
        ? [
            `Ce qui est à corriger :\n\n${errors.map(({ sentence, line }) => `- ${sentence}${line ? ` (ligne ${line})` : ''}`).join('\n')}`,
          ]
        : []),
      `Voici un fichier qui suit la version 0.7.0 : ${fileAddress}`,
      'Il est écrit d’après votre dépôt et notre catalogue. Corrigez ce qui n’est pas juste : c’est votre fichier. En attendant, nous le tenons à cette adresse.',
      'La norme : https://yml.publiccode.tools/',
    ].join('\n\n'),
  }
}
