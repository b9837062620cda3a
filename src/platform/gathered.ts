type Waiting<Ask, Answer> = {
  readonly ask: Ask
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Does in one go what is asked while the go before is under way: many askers, few statements. `answerAll` gives its answers in
 * the order of the asks; when it fails, all those of its go fail.
 */
export function gathered<Ask, Answer>(answerAll: (asks: readonly Ask[]) => Promise<readonly Answer[]>) {
  let waiting: Waiting<Ask, Answer>[] = []
  let isUnderWay = false

  async function answerThem() {
    isUnderWay = true
    while (waiting.length > 0) {
      const now = waiting
      waiting = []
      await answerAll(now.map(({ ask }) => ask)).then(
        (answers) => {
          for (const [rank, { resolve }] of now.entries()) resolve(answers[rank] as Answer)
        },
        (error) => {
          for (const { reject } of now) reject(error)
        },
      )
    }
    isUnderWay = false
  }

  return (ask: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ ask, resolve, reject })
      // Whoever asks in the same turn is in the same go.
      if (!isUnderWay) setImmediate(() => void (isUnderWay || answerThem()))
    })
}
