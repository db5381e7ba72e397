/** No layout here: every match reports the same box, one for each node that is there. */
const BOX = { id: '', left: 0, top: 0, right: 375, bottom: 44, width: 375, height: 44, scrollTop: 0, scrollLeft: 0 }

type Callback = (answer: unknown) => void
type Question = { answer: () => unknown; done: Callback | undefined }

export const selectorQuery = (countMatches: (selector: string) => number) => () => {
  const questions: Question[] = []
  const asking = (answer: () => unknown) => {
    const ask = (...parts: unknown[]) => {
      questions.push({ answer, done: parts.find((part): part is Callback => typeof part === 'function') })
      return query
    }
    return { boundingClientRect: ask, scrollOffset: ask, fields: ask, node: ask, context: ask }
  }
  const boxes = (selector: string) => Array.from({ length: countMatches(selector) }, () => ({ ...BOX }))
  const query = {
    in: () => query,
    select: () => asking(() => ({ ...BOX })),
    selectViewport: () => asking(() => ({ ...BOX })),
    selectAll: (selector: string) => asking(() => boxes(selector)),
    exec: (done?: Callback) => {
      setTimeout(() => {
        const answers = questions.map(({ answer }) => answer())
        questions.forEach((question, n) => question.done?.(answers[n]))
        done?.(answers)
      })
      return query
    },
  }
  return query
}
