declare module 'spdx-expression-parse' {
  type Licence = { readonly license: string; readonly plus?: boolean; readonly exception?: string }
  type Both = { readonly left: Expression; readonly conjunction: 'and' | 'or'; readonly right: Expression }
  export type Expression = Licence | Both
  /** Throws on what is not an SPDX expression. */
  export default function parse(source: string): Expression
}
