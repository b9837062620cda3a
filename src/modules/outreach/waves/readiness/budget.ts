import { postagePaths } from '../../postage/postage.paths.ts'
import { euros, type PostageCost, presortFrom, priceKindNames } from '../../postage/postage.ts'
import { outreachPaths } from '../waves.paths.ts'
import { counted, listed } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type BudgetFacts = {
  readonly waveId: string
  readonly letters: number
  readonly postageProduct: string
  /** What the letters cost at today's prices, one sheet each. */
  readonly postage: PostageCost
  readonly budgetCents: number | null
}

/** The letters cost what was allowed; no concern of a wave without letters. */
export function budget({
  waveId,
  letters,
  postageProduct,
  postage,
  budgetCents,
}: BudgetFacts): LineStanding | undefined {
  if (letters === 0) return undefined

  const toPrices = { label: 'Ouvrir les tarifs', href: postagePaths.list(), by: ['operator'] as const }
  const common = { group: 'content' as const, label: 'Les lettres tiennent dans le budget' }
  if (!postage.ok)
    return {
      ...common,
      isReady: false,
      sentence: `Aucun prix n’est en vigueur pour ${listed(postage.missing.map((kind) => priceKindNames[kind].toLowerCase()))} (« ${postageProduct} »).`,
      whoMends: 'L’opérateur inscrit le tarif du jour, avec sa source.',
      mends: [toPrices],
    }

  const isOver = budgetCents !== null && postage.cents > budgetCents
  const limit = budgetCents === null ? 'Aucun budget n’est fixé.' : `Le budget est de ${euros(budgetCents)}.`
  const doubt = postage.isDoubtful ? ' Un des prix est à vérifier.' : ''
  const presort =
    letters >= presortFrom.department
      ? ` À partir de ${presortFrom.department} plis dans un même département, La Poste a un tarif d’envoi en nombre : demandez-le.`
      : ''
  return {
    ...common,
    isReady: !isOver,
    sentence: `${counted(letters, 'lettre')} d’une feuille à ${euros(postage.each)} (« ${postageProduct} », papier, enveloppe) : ${euros(postage.cents)}. ${limit}${doubt}${presort}`,
    whoMends: 'La personne qui prépare la vague change son budget ou ses destinataires.',
    mends: [
      { label: 'Changer le budget ou les mairies', href: outreachPaths.edit(waveId), by: ['operator'] },
      toPrices,
    ],
  }
}
