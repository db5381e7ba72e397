/** Lines for a person who waits. On a terminal a count is written over itself; in a log it comes by the quarter. */

export type Progress = { line(text: string): void; count(what: string, done: number, total: number): void }

const STEPS = 4

export const progress = (write: (text: string) => void, isTerminal: boolean): Progress => {
  let open = ''
  let told = ''
  const clear = (): void => {
    if (open !== '') write(`\r${' '.repeat(open.length + 8)}\r`)
    open = ''
  }
  return {
    line: (text) => {
      clear()
      write(`${text}\n`)
    },
    count: (what, done, total) => {
      if (done === total) return clear()
      if (isTerminal) {
        open = `${what} ${done}/${total}`
        write(`\r${open}`)
        return
      }
      const step = `${what} ${Math.floor((done / total) * STEPS) * (100 / STEPS)} %`
      if (step !== told) write(`${step}\n`)
      told = step
    },
  }
}
