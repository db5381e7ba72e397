/** Visits and opened cards of a crowd share their writes, and none of them is left behind. */
import { gather } from '../../cloudfunctions/catalog/gather'
import type { Deps } from '../../cloudfunctions/runtime/deps'

const lost = jest.fn()
const aDesk = (): Deps => ({ database: {}, log: { error: lost } }) as unknown as Deps
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2))
const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !isSo(); i++) await aMoment()
}

beforeEach(() => lost.mockClear())

test('alone, a note is written before its caller goes on', async () => {
  const writes: (readonly number[])[] = []
  const note = gather<number>(async (_, notes) => void writes.push(notes))
  const deps = aDesk()
  for (const n of [1, 2, 3]) {
    await note(deps, n)
    expect(writes.at(-1)).toEqual([n])
  }
})

test('a crowd shares few writes; nobody of it waits, and nothing is lost', async () => {
  const writes: (readonly number[])[] = []
  const note = gather<number>(async (_, notes) => {
    await aMoment()
    writes.push(notes)
  })
  const deps = aDesk()
  await Promise.all(Array.from({ length: 300 }, (_, n) => note(deps, n)))
  expect(writes).toEqual([[0]])
  await until(() => writes.length > 1)
  expect(writes.flat()).toEqual(Array.from({ length: 300 }, (_, n) => n))
  expect(writes).toHaveLength(2)
})

test('a write that fails is told to its caller, one that nobody waits for to the log; the next are written again', async () => {
  let isDown = true
  const writes: (readonly number[])[] = []
  const note = gather<number>(async (_, notes) => {
    await aMoment()
    if (isDown) throw new Error('down')
    writes.push(notes)
  })
  const deps = aDesk()
  const [first, second] = await Promise.allSettled([note(deps, 1), note(deps, 2)])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
  await until(() => lost.mock.calls.length > 0)
  expect(lost).toHaveBeenCalledWith(expect.objectContaining({ notes: 1 }), 'notes lost')
  isDown = false
  await note(deps, 3)
  expect(writes).toEqual([[3]])
})
