import { typo } from '#ui/french.ts'
import { Notice } from '#ui/notice.tsx'
import { companyPaths } from '../companies.paths.ts'
import type { Absence } from './explain-absence.action.ts'
import { whyNotWords } from './why-not.ts'

type Props = {
  readonly absence: Absence
  readonly areaNames: ReadonlyMap<string, string>
  readonly href: (company: string) => string
}

/** The answer to « pourquoi pas cette entreprise ? ». */
export function AbsenceNotice({ absence, areaNames, href }: Props) {
  if (absence.status === 'unknown')
    return (
      <Notice kind="warning" title="Elle n’est pas dans le recensement">
        Aucune entreprise n’y porte ce nom ni ce SIREN. <a href={companyPaths.list()}>Voir le recensement</a>
        {typo(' : une entreprise peut s’y inscrire.')}
      </Notice>
    )
  if (absence.status === 'organisation')
    return (
      <Notice title={absence.name}>
        {typo(
          'Cet organisme n’est pas une entreprise : il n’apparaît que par les services qu’il opère lui-même, sous la même règle, et jamais pour ce que les entreprises vendent.',
        )}
      </Notice>
    )
  if (absence.status === 'several')
    return (
      <Notice title="Laquelle ?">
        <ul>
          {absence.companies.map(({ id, siren, name }) => (
            <li>
              <a href={href(siren ?? id)}>{name}</a> {siren}
            </li>
          ))}
        </ul>
      </Notice>
    )

  const { company, why, areas, kinds } = absence
  return (
    <Notice kind={why === 'shown' ? 'success' : 'info'} title={company.name}>
      <p>
        {typo(whyNotWords[why])}
        {why === 'elsewhere' &&
          typo(` Elle dit servir : ${areas.map((area) => areaNames.get(area) ?? area).join(', ')}.`)}
        {why === 'other-kind' && typo(` Elle dit : ${kinds}.`)}
        {why === 'withdrawn' && company.withdrawnReason && typo(` Motif : ${company.withdrawnReason}`)}
      </p>
      <p>
        <a href={companyPaths.show(company)}>Sa fiche</a>
      </p>
    </Notice>
  )
}
