/** The purposes of the register, in the order it is read (GDPR art. 30: an entry for each). */
export const purposes = [
  'outreach',
  'contacts',
  'accompaniment',
  'trainings',
  'oppositions',
  'census',
] as const
export type Purpose = (typeof purposes)[number]

export const purposeNames: Record<Purpose, string> = {
  outreach: 'Faire connaître les logiciels libres aux mairies',
  contacts: 'Recevoir et suivre les réponses',
  accompaniment: 'Accompagner les mairies',
  trainings: 'Organiser des formations',
  oppositions: 'Tenir la liste des oppositions',
  census: 'Recenser les entreprises qui servent les logiciels libres',
}

/** The purposes for which a wave may write to town halls; to companies, only `census`. */
export const wavePurposes = ['outreach', 'accompaniment', 'trainings'] as const satisfies readonly Purpose[]
export type WavePurpose = (typeof wavePurposes)[number]

export const isPurpose = (word: string): word is Purpose => purposes.some((purpose) => purpose === word)
