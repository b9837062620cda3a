import { v7 } from 'uuid'

/** A new identifier: UUIDv7, sortable by time, made anywhere without asking one writer (RFC 9562). */
export const newId = () => v7()
