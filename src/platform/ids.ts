import { v7, validate } from 'uuid'

/** A new identifier: UUIDv7, sortable by time, made anywhere without asking one writer (RFC 9562). */
export const newId = () => v7()

/** Whether a text taken from an address or a form may be an identifier at all; PostgreSQL refuses the others loudly. */
export const isId = (text: string) => validate(text)
