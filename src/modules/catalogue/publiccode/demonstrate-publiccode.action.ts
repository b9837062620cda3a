import type { World } from '#platform/world.ts'
import { checkFiles } from './imports/check-files.action.ts'
import { readText } from './reading/read-publiccode.ts'

// Invented, with the faults that are met most in the real files.
const files = [
  [
    'registre-des-halles/publiccode.yml',
    'publiccodeYmlVersion: "2.4.0"\nname: Registre des halles\nurl: https://forge.example/halles\ncreationDate: 2021-03-01\nreleaseDate: https://forge.example/halles/releases\nfundedBy:\n  - name: Ville du Beffroi\n    url: https://ville.example\nlegal:\n  license: agpl-3.0\nmaintenance:\n  type: community\n  contacts:\n    - name: ""\n',
  ],
  [
    'agenda-des-salles/publiccode.yaml',
    'publiccodeYmlVersion: "0.2"\nname: Agenda des salles\nurl: https://forge.example/salles\nplatforms: web\ndescription:\n\tfr:\n\t\tshortDescription: Réserver une salle communale\nfr:\n  sample: oui\n',
  ],
] as const

/** An import of invented files that waits for somebody: the demonstration shows what is said of each fault. May run twice. */
export const demonstratePubliccode = ({ db, clock }: World) =>
  checkFiles(
    db,
    {
      id: '0190a000-5a11-7e00-8000-00000000c0de',
      by: 'Claire Exemple',
      readings: files.map(([name, text]) => readText(text, name)),
    },
    clock(),
  )
