import type { Audience, Fit } from './need.ts'

/** A need of the shipped vocabulary, with the words that lead to it and the software known to meet it. */
export type WrittenNeed = {
  readonly slug: string
  readonly service: string
  readonly label: string
  readonly summary: string
  readonly advice: string | null
  readonly audiences: readonly Audience[]
  readonly publiccodeCategories: readonly string[]
  readonly synonyms: readonly string[]
  readonly phrases: readonly string[]
  readonly software: readonly { readonly slug: string; readonly fit: Fit }[]
}

/** A program that is not free; its needs begin with the one it is bought for. */
export type WrittenProduct = {
  readonly slug: string
  readonly name: string
  readonly vendor: string | null
  readonly aliases: readonly string[]
  readonly needs: readonly string[]
  readonly source: string
}

/** All that the files of the vocabulary say, in their order. */
export type Vocabulary = {
  readonly needs: readonly WrittenNeed[]
  readonly products: readonly WrittenProduct[]
}

/** What the rows loaded from the files bear as their source; an editor's bear the editor's name. */
export const vocabularySource = 'vocabulaire de Beffroi'
