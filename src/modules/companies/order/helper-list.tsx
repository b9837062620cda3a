import { plural, typo } from '#ui/french.ts'
import { type RankedItem, RankedList } from '#ui/ranked-list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { HelperLine, HelpersListed } from './helper-line.ts'
import { figuresOf, kindsOf, referenceWords, responseWords } from './helper-words.ts'
import { orderPaths } from './order.paths.ts'

/** Those who can help, in the order that nobody can buy: each line says why it is where it is, the foot how to do it again. */
export function HelperList({ listed }: { listed: HelpersListed }) {
  const { lines, left, seed, seedWords, sought, placeName } = listed
  if (lines.length === 0) return <Nobody {...listed} />

  return (
    <>
      <RankedList label="Qui peut aider" items={lines.map((line) => itemOf(line, lines, listed))} />
      <p class="soft">
        {typo(
          'Cet ordre ne s’achète pas : quatre chiffres publics le décident, et le sort départage les égales, chaque jour autrement. Graine du jour : ',
        )}
        <code title={seedWords}>{seed}</code>. <a href={orderPaths.order(sought)}>Comment le recalculer</a>
        {' · '}
        <a href={orderPaths.whyNot(sought)}>{typo('Pourquoi pas cette entreprise ?')}</a>
      </p>
      {left.length > 0 && (
        <details>
          <summary>
            {typo(
              `${plural(left.length, 'autre répond', 'autres répondent')} à ce besoin sans servir ${placeName ?? 'cette commune'}`,
            )}
          </summary>
          <ul>
            {left.map(({ name, path }) => (
              <li>
                <a href={path}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Nobody = ({ left, sought, placeName }: HelpersListed) => (
  <p>
    {typo(
      left.length === 0
        ? 'Personne n’a encore dit savoir aider pour cela. Rien n’est deviné : une entreprise apparaît ici quand elle le dit elle-même.'
        : `${plural(left.length, 'entreprise répond', 'entreprises répondent')} à ce besoin, mais aucune ne dit servir ${placeName ?? 'cette commune'}.`,
    )}{' '}
    <a href={orderPaths.whyNot(sought)}>{typo('Pourquoi pas cette entreprise ?')}</a>
  </p>
)

function itemOf(line: HelperLine, lines: readonly HelperLine[], listed: HelpersListed): RankedItem {
  const { name, path, isOrganisation, serves, response, mark } = line
  const equals = lines.filter((other) => other.mark === mark).length

  return {
    title: name,
    href: path,
    aside: isOrganisation ? (
      <Tag label="Organisme public ou associatif, service opéré" tone="info" />
    ) : undefined,
    facts: [
      ...kindsOf(line),
      referenceWords(line),
      ...(serves ? [`Sert ${listed.placeName ?? 'cette commune'}`] : []),
      responseWords(response),
    ],
    reason: {
      summary: 'Pourquoi ici ?',
      content: (
        <>
          <ul class="reasons">
            {figuresOf(line, listed.placeName).map(({ figure, why }) => (
              <li>
                <b>{figure}</b> {typo(why)}
              </li>
            ))}
          </ul>
          <p>
            {typo(`Ces chiffres forment ${mark} ; les plus grands viennent d’abord. `)}
            {equals > 1
              ? typo(
                  `${equals} ont ce même nombre : le sort du jour les départage, le plus petit tirage d’abord. Le sien commence par `,
                )
              : 'Aucune autre n’a ce nombre.'}
            {equals > 1 && <code>{line.draw.slice(0, 8)}</code>}
          </p>
        </>
      ),
    },
  }
}
