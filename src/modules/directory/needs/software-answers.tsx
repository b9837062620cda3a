import { NeighbourLines } from '#modules/catalogue/index.ts'
import { type Answer, AnswerList } from '#ui/answer-list.tsx'
import { plural, typo } from '#ui/french.ts'
import { Tag } from '#ui/tag.tsx'
import { directoryPaths } from '../directory.paths.ts'
import type { Place } from '../place/place.ts'
import { freedomOf, platformWords } from '../software/software-words.ts'
import type { NeedAnswer } from './answer-need.action.ts'
import { capital, FitTag } from './fit-tag.tsx'

type Told = NeedAnswer['told'][number]

/** The few software told in full, then the names of the others. */
export function SoftwareAnswers({
  told,
  others,
  place,
}: Pick<NeedAnswer, 'told' | 'others'> & { place?: Place }) {
  return (
    <>
      <AnswerList answers={told.map((software) => answerOf(software, place))} />
      {others.length > 0 && (
        <details>
          <summary>
            {typo(
              `${plural(others.length, 'autre logiciel répond', 'autres logiciels répondent')} à ce besoin`,
            )}
          </summary>
          <ul>
            {others.map(({ slug, name, summary, fit }) => (
              <li>
                <a href={directoryPaths.software(slug, { commune: place?.insee })}>{name}</a>
                {fit.level === 'part' && typo(` (en partie : ${fit.missing})`)}
                {summary && typo(` : ${summary}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>{typo('Pourquoi cet ordre ?')}</summary>
        <p>
          {typo(
            'D’abord ce qui répond au besoin entier, puis ce qui est libre et toujours entretenu, puis ce que plus de communes ont confirmé utiliser. Entre égaux, un tirage au sort, chaque jour autrement : l’empreinte SHA-256 de « beffroi/jour/besoin/logiciel », la plus petite d’abord.',
          )}
        </p>
      </details>
    </>
  )
}

function answerOf(software: Told, place?: Place): Answer {
  const { slug, name, summary, fit, limits, platforms, neighbours } = software
  const freedom = freedomOf(software)
  return {
    title: name,
    href: directoryPaths.software(slug, { commune: place?.insee }),
    aside: <FitTag fit={fit} />,
    summary: summary && typo(summary),
    facts: [
      ...(fit.level === 'part' ? [{ label: 'Ce qui manque', content: capital(typo(fit.missing)) }] : []),
      {
        label: place ? 'Près de chez vous' : 'Des communes qui s’en servent',
        content: <NeighbourLines neighbours={neighbours} softwareSlug={slug} />,
      },
      {
        label: 'Licence',
        content: (
          <>
            <Tag {...freedom} /> {software.licenceSpdx ?? software.licenceRaw ?? ''}
          </>
        ),
      },
      ...(platforms.length > 0 ? [{ label: 'Fonctionne sur', content: platformWords(platforms) }] : []),
      ...(limits.length > 0
        ? [
            {
              label: 'Limites',
              content: (
                <ul>
                  {limits.map((limit) => (
                    <li>{typo(limit)}</li>
                  ))}
                </ul>
              ),
            },
          ]
        : []),
    ],
  }
}
