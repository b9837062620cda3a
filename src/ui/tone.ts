/** What a part may be tinted with; the icon and the word beside it carry the meaning, the tone only helps. */
export type Tone = 'neutral' | 'info' | 'ochre' | 'teal' | 'brick'
