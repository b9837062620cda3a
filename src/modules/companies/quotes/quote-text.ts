import { typo } from '#ui/french.ts'

/** What a town hall fills in; plain words, nobody's brand. */
export type QuoteWords = {
  /** « Mairie d’Abscon ». */
  readonly townHall: string
  readonly need: string
  readonly situation: string
  readonly wanted: string
  readonly size: string
  readonly contact: string
  /** In words: « 15 décembre 2026 ». */
  readonly answerBy: string
  readonly asked: number
}

/** The text that all receive, to the letter: its fingerprint proves it. Quotes are asked for here and nowhere promised. */
export const quoteText = ({
  townHall,
  need,
  situation,
  wanted,
  size,
  contact,
  answerBy,
  asked,
}: QuoteWords) =>
  typo(
    [
      `${townHall} : demande de devis`,
      `Besoin : ${need}`,
      `Notre situation aujourd’hui :\n${situation}`,
      `Ce que nous attendons :\n${wanted}`,
      size && `Taille : ${size}`,
      'Merci de dire dans votre devis : ce qui est compris et ce qui ne l’est pas, le prix toutes taxes comprises la première année et les suivantes, où sont hébergées les données, comment nous pourrons les reprendre, le délai, et les conditions d’assistance.',
      `Réponse attendue au plus tard le ${answerBy} (minuit, heure de Paris). Un refus motivé est une réponse.`,
      asked > 1
        ? `Le même texte est adressé le même jour à ${asked} prestataires. Leurs réponses sont ouvertes ensemble, après cette date.`
        : 'Un seul prestataire dit aujourd’hui servir notre commune pour ce besoin.',
      `Pour nous joindre : ${contact}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  )
