/** A value that PostgreSQL takes in whatever a stranger wrote: no null character, no half of a character. */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed() as Value
  if (Array.isArray(value)) return value.map(storable) as Value
  if (value === null || typeof value !== 'object' || value instanceof Date) return value

  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, storable(one)])) as Value
}
