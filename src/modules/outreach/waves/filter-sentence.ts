import { stageNames } from '#modules/journal/index.ts'
import { type FilterWords, populationBands, reachableNames } from './audience-filters.ts'

/** Which town halls the filters of a wave keep, in one sentence. */
export function filterSentence({ q, epci, stage, population, channel }: FilterWords, recentDays: number) {
  const kept = [
    ...(q ? [`« ${q} »`] : []),
    ...(epci ? [`intercommunalité ${epci}`] : []),
    ...(stage ? [`étape « ${stageNames[stage].toLowerCase()} »`] : []),
    ...(population ? [populationBands[population] ?? population] : []),
    ...(channel ? [reachableNames[channel]] : []),
  ]
  const which = kept.length > 0 ? kept.join(', ') : 'tout le périmètre'
  return recentDays > 0 ? `${which} ; pas celles écrites depuis moins de ${recentDays} jours` : which
}
