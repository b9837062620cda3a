/** Thrown when an address names something that does not exist; the edge answers 404 with the sentence. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Thrown when the visitor may not do this; the edge answers 403 with the sentence. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}
