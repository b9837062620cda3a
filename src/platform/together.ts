type Flight<Value> = { readonly running: Promise<Value>; next?: Promise<Value> }

/**
 * Answers together those who ask the same thing at the same moment. Whoever asks while an answer is under way waits for
 * the next one, which begins after they asked: nobody is given anything older than their own question.
 */
export function together<Value>() {
  const flightsOf = new WeakMap<object, Map<string, Flight<Value>>>()

  function start(flights: Map<string, Flight<Value>>, key: string, answer: () => Promise<Value>) {
    const flight: Flight<Value> = { running: answer() }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight && !flight.next) flights.delete(key)
    }
    flight.running.then(land, land)
    return flight.running
  }

  /** `of` is what the question is put to, a database most often; `key` says all that the answer depends on. */
  return (of: object, key: string, answer: () => Promise<Value>): Promise<Value> => {
    const flights = flightsOf.get(of) ?? new Map<string, Flight<Value>>()
    flightsOf.set(of, flights)
    const flight = flights.get(key)
    if (!flight) return start(flights, key, answer)

    const again = () => start(flights, key, answer)
    flight.next ??= flight.running.then(again, again)
    return flight.next
  }
}
