const layers = '@layer reset, tokens, base, layout, components, utilities;'

/** The style sheets in the order they are read; each sits beside the part it dresses. */
export const styleSheets = [
  'tokens',
  'base',
  'layout',
  'chrome',
  'rail',
  'belfry',
  'button',
  'card',
  'notice',
  'field',
  'choice-panels',
  'choice-group',
  'table',
  'list-header',
  'index-columns',
  'option-cards',
  'more-filters',
  'tag',
  'state-bar',
  'day-bars',
  'interval-bars',
  'share-bars',
  'progress',
  'checklist',
  'timeline',
  'ranked-list',
  'datum',
  'split-view',
  'columns',
  'stage-path',
  'mailbox',
  'steps',
  'writing-lines',
  'shape-map',
  'plan-drawing',
  'desk',
  'document-frame',
  'map-legend',
  'link-chips',
  'answer-list',
  'utilities',
  'print',
] as const

/** One style sheet out of the texts of all: layers named first, comments and indentation left out. */
export function composeStylesheet(fontFaces: readonly string[], texts: readonly string[]) {
  return [layers, ...fontFaces, ...texts.map(tighten)].join('\n')
}

function tighten(css: string) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
