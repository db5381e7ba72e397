/** Handing over with and without a network: nothing is lost, nothing counts twice, and everybody at the door hears why. */
import type { HandOverKit, KitBag, ScanAnswer, ScanFacts } from '@/contract/leader'
import type { MemberId, OrderId, PickupPointId, SaleId, ScanId } from '@/domain/ids'
import type * as JudgeModule from '@/features/hand-over/judge'
import type * as QueueModule from '@/features/hand-over/queue'
import type * as StoreModule from '@/features/hand-over/store'
import type * as SessionModule from '@/platform/session'
import type * as TaroModule from '../support/taro-dom/taro'
import { CODE_STEP, pickupCode } from '@/domain/pickup/code'
import { epochMs, HOUR, MINUTE, type EpochMs } from '@/domain/time'
import { signWith } from '@/platform/sign'
import type { PhoneScan } from '@/platform/phone-scan'
import { fakeCloud } from '../support/taro-dom/cloud'

jest.mock('@tarojs/taro', () => ({ __esModule: true, ...jest.requireActual('../support/taro-dom/taro') }))

type Store = typeof StoreModule
type Judge = typeof JudgeModule
type Queue = typeof QueueModule

const NOW = epochMs(Date.UTC(2026, 10, 22, 10, 30))
const HERE = 'pup_0123456789' as PickupPointId
const THERE = 'pup_0123456780' as PickupPointId
const SALE = 'sal_0123456789' as SaleId
const LEADER = 'mem_0123456789' as MemberId

const orderNo = (n: number): OrderId => `ord_01234567${String(n).padStart(2, '0')}` as OrderId
const keyOf = (n: number): string => String(n).padStart(2, '0').repeat(32)

const aBag = (n: number, more: Partial<KitBag> = {}): KitBag => ({
  orderId: orderNo(n),
  numbers: [n],
  name: `邻*`,
  phoneTail: `100${n % 10}`,
  text: '草莓×2，可颂×1',
  units: 3,
  trade: 'fulfilling',
  bag: 'waiting',
  pickupPointId: HERE,
  key: keyOf(n),
  plainCode: `55012${n % 10}`,
  handed: null,
  ...more,
})
const point = (id: PickupPointId, name: string): HandOverKit['pickupPoints'][number] => ({
  ...{ id, name, keeper: '阿芳', address: '3 号楼', hours: '17:30–20:30', latitude: 0, longitude: 0 },
  walkMinutes: 4,
})
const aKit = (bags: readonly KitBag[], madeAt: EpochMs = NOW): HandOverKit => ({
  saleId: SALE,
  title: '周五晚饭接龙',
  madeAt,
  handOverFromAt: epochMs(NOW - HOUR),
  handOverUntilAt: epochMs(NOW + 2 * HOUR),
  keepDays: 1,
  pickupPoints: [point(HERE, '3 号楼架空层'), point(THERE, '东门')],
  bags,
})
const codeOf = (n: number, at: EpochMs): string => pickupCode(orderNo(n), at, signWith(keyOf(n)))

let store: Store
let judge: Judge
let queue: Queue
let cloud: ReturnType<typeof fakeCloud>
let kept: Map<string, unknown>

/** The program as it starts on a phone that remembers what it kept. */
const start = () => {
  jest.resetModules()
  const taro = jest.requireActual<typeof TaroModule>('../support/taro-dom/taro')
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, ...taro }))
  for (const [name, value] of kept) taro.phone.kept.set(name, value)
  store = jest.requireActual<Store>('@/features/hand-over/store')
  judge = jest.requireActual<Judge>('@/features/hand-over/judge')
  queue = jest.requireActual<Queue>('@/features/hand-over/queue')
  const { useSession } = jest.requireActual<typeof SessionModule>('@/platform/session')
  useSession.setState({ me: { id: LEADER } as never })
  kept = taro.phone.kept
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  kept = new Map()
  cloud = fakeCloud()
  start()
})
afterEach(() => jest.useRealTimers())

const offline = () => cloud.reply('leader.sync', new Error('offline'))
const answers = (...outcomes: readonly ((scan: { scanId: ScanId }) => ScanAnswer)[]) => {
  Object.assign(globalThis, {
    fetch: async (_: string, request: { body: string }) => {
      const { input } = JSON.parse(request.body) as { input: { scans: { scanId: ScanId }[] } }
      cloud.sent.push({ to: 'leader.sync', input, session: null })
      const said = input.scans.map((scan, i) => (outcomes[i] ?? handed)(scan))
      return { json: async () => ({ ok: true, data: { answers: said } }) }
    },
  })
}
const handed = ({ scanId }: { scanId: ScanId }): ScanAnswer => ({ scanId, outcome: 'handed' })
const scansSent = (): { scanId: ScanId }[][] =>
  cloud.sent
    .filter(({ to }) => to === 'leader.sync')
    .map(({ input }) => (input as { scans: { scanId: ScanId }[] }).scans)

const withKit = (bags: readonly KitBag[], aheadMs = 0) =>
  store.useHeld.setState({ kits: [{ of: LEADER, kit: aKit(bags), aheadMs }] })
const known = (here: PickupPointId | null = null) => ({
  kits: store.useHeld.getState().kits.map(({ kit }) => kit),
  scans: store.useHeld.getState().scans,
  here,
  signOf: signWith,
})
const say = (text: string, at: EpochMs = NOW, here: PickupPointId | null = null) =>
  judge.judgeText(text, known(here), at)
const giveOut = (text: string) => {
  const verdict = say(text)
  if (verdict.kind !== 'give') throw new Error(verdict.kind)
  store.giveOut(verdict, HERE)
}

describe('at the door', () => {
  test('a fresh code hands over, and says what is in the bag', () => {
    withKit([aBag(3)])
    expect(say(codeOf(3, NOW))).toMatchObject({ kind: 'give', bag: { numbers: [3] }, code: { orderId: orderNo(3) } })
  })

  test.each([
    ['six digits hand over as well', '550123', 'give'],
    ['six digits of nobody are not in the list', '999999', 'unknown'],
    ['a code of another shop is no code', 'https://example.com', 'strange'],
  ])('%s', (_, text, kind) => {
    withKit([aBag(3)])
    expect(say(text).kind).toBe(kind)
  })

  test('a screenshot of three minutes ago is stale, a phone that runs ahead is told so, a forged one is nothing', () => {
    withKit([aBag(3)])
    expect(say(codeOf(3, epochMs(NOW - 3 * MINUTE))).kind).toBe('stale')
    expect(say(codeOf(3, epochMs(NOW + 3 * CODE_STEP))).kind).toBe('ahead')
    expect(say(pickupCode(orderNo(3), NOW, signWith(keyOf(4)))).kind).toBe('forged')
  })

  test('a leader whose clock is wrong reads codes right: the kit brought the time of the shop', () => {
    withKit([aBag(3)], 20 * MINUTE)
    const [keptKit] = store.useHeld.getState().kits
    const neighbour = epochMs(NOW + 20 * MINUTE)
    expect(keptKit && say(codeOf(3, neighbour), store.shopNow(keptKit)).kind).toBe('give')
    // a second on the way is no wrong clock
    expect(store.shopNow({ aheadMs: -900 })).toBe(NOW)
  })

  test.each([
    ['refunded whole', aBag(3, { units: 0 }), 'nothing-left'],
    ['not paid', aBag(3, { trade: 'awaiting-payment' }), 'not-ready'],
    ['brought back to the store', aBag(3, { bag: 'returned' }), 'returned'],
    ['fetched, as the list knows', aBag(3, { bag: 'handed' }), 'handed'],
    ['kept past its evening', aBag(3, { bag: 'overdue' }), 'give'],
  ])('a bag that is %s', (_, bag, kind) => {
    withKit([bag])
    expect(say(codeOf(3, NOW)).kind).toBe(kind)
  })

  test('who stands at one point is told where the bag of another one is', () => {
    withKit([aBag(3, { pickupPointId: THERE })])
    expect(say(codeOf(3, NOW), NOW, HERE)).toMatchObject({ kind: 'elsewhere', place: THERE })
    expect(say(codeOf(3, NOW)).kind).toBe('give')
  })

  test('two orders of one neighbour lie in one bag and go together', () => {
    withKit([aBag(3, { numbers: [3, 9] }), aBag(9, { numbers: [3, 9] }), aBag(4)])
    offline()
    giveOut(codeOf(3, NOW))
    const { scans } = store.useHeld.getState()
    expect(scans.map(({ orderId, mac }) => [orderId, mac === null])).toEqual([
      [orderNo(3), false],
      // one code was shown; the other order is ticked with it
      [orderNo(9), true],
    ])
    expect(say(codeOf(9, NOW)).kind).toBe('handed')
  })

  test('a bag is found by number, tail, name or thing', () => {
    const bag = aBag(12, { name: '顾*' })
    for (const text of ['12', '1002', '顾', '草莓', '550122', ' ']) expect(judge.isWanted(bag, text)).toBe(true)
    for (const text of ['2', '021', '许', '牛奶']) expect(judge.isWanted(bag, text)).toBe(false)
  })
})

describe('without a network', () => {
  test('the same neighbour a second time hears when it went, and no second scan is written', async () => {
    withKit([aBag(3)])
    offline()
    giveOut(codeOf(3, NOW))
    await store.sync()
    jest.setSystemTime(NOW + MINUTE)
    const again = say(codeOf(3, epochMs(NOW + MINUTE)), epochMs(NOW + MINUTE))
    expect(again).toMatchObject({ kind: 'handed', first: { at: NOW, byYou: true } })
    expect(queue.waitingOf(store.useHeld.getState().scans)).toHaveLength(1)
  })

  test('what was scanned outlives the program, and goes out once the network is back', async () => {
    withKit([aBag(3), aBag(4)])
    offline()
    giveOut(codeOf(3, NOW))
    giveOut('550124')
    await store.sync()
    start()
    expect(store.useHeld.getState().scans).toHaveLength(2)
    answers()
    const tried = scansSent().length
    expect(await store.sync()).toBe(2)
    expect(queue.waitingOf(store.useHeld.getState().scans)).toEqual([])
    expect(await store.sync()).toBe(0)
    expect(scansSent()).toHaveLength(tried + 1)
  })

  test('a queue whose answer was lost is sent again with the same ids', async () => {
    withKit([aBag(3)])
    offline()
    giveOut(codeOf(3, NOW))
    await store.sync()
    await store.sync()
    answers()
    await store.sync()
    const ids = scansSent().map((scans) => scans.map(({ scanId }) => scanId))
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids.flat()).size).toBe(1)
  })

  test('however many ask at once, it goes out once', async () => {
    withKit([aBag(3)])
    answers()
    giveOut(codeOf(3, NOW))
    await Promise.all([store.sync(), store.sync(), store.sync()])
    expect(scansSent()).toHaveLength(1)
  })
})

describe('when the shop answers', () => {
  const first: ScanFacts = {
    scanId: 'scn_0000000001' as ScanId,
    at: epochMs(NOW - MINUTE),
    device: 'phone-other',
    byYou: true,
    pickupPointId: HERE,
  }

  test('another phone was earlier: it is told once, and the bag says whose it was', async () => {
    withKit([aBag(3)])
    answers(({ scanId }) => ({ scanId, outcome: 'duplicate', first, sameDevice: false }))
    giveOut(codeOf(3, NOW))
    await store.sync()
    const { scans } = store.useHeld.getState()
    expect(queue.troublesOf(scans)).toMatchObject([{ answer: { outcome: 'duplicate', first } }])
    expect(say(codeOf(3, NOW))).toMatchObject({ kind: 'handed', first })
    store.letGo(scans[0]?.scanId as ScanId)
    expect(queue.troublesOf(store.useHeld.getState().scans)).toEqual([])
  })

  test('the same phone twice is nothing to worry about', async () => {
    withKit([aBag(3)])
    answers(({ scanId }) => ({ scanId, outcome: 'duplicate', first, sameDevice: true }))
    giveOut(codeOf(3, NOW))
    await store.sync()
    expect(queue.troublesOf(store.useHeld.getState().scans)).toEqual([])
  })

  test('a refused scan does not count: the bag can be handed over by name, the reason stays until it is read', async () => {
    withKit([aBag(3)])
    answers(({ scanId }) => ({ scanId, outcome: 'refused', why: 'stale' }))
    giveOut(codeOf(3, NOW))
    await store.sync()
    expect(queue.troublesOf(store.useHeld.getState().scans)).toHaveLength(1)
    expect(say(codeOf(3, NOW)).kind).toBe('give')
  })

  test('answered scans of the day before yesterday are let go of, unanswered ones never', () => {
    const old = (scanId: string, answer: ScanAnswer | null): PhoneScan => ({
      ...{ scanId: scanId as ScanId, saleId: SALE, orderId: orderNo(3), codeStep: null, mac: null },
      ...{ at: epochMs(NOW - 72 * HOUR), device: 'p', by: LEADER, pickupPointId: HERE, answer },
    })
    const left = queue.withAnswers(
      [old('scn_a', { scanId: 'scn_a' as ScanId, outcome: 'handed' }), old('scn_b', null)],
      [],
      NOW,
    )
    expect(left.map(({ scanId }) => scanId)).toEqual(['scn_b'])
  })

  test('two hundred go out at a time, one sale after the other', () => {
    const many = Array.from({ length: 250 }, (_, i): PhoneScan => ({
      ...{ scanId: `scn_${i}` as ScanId, saleId: (i < 230 ? SALE : 'sal_other') as SaleId, orderId: orderNo(1) },
      ...{
        codeStep: null,
        mac: null,
        at: epochMs(NOW + i),
        device: 'p',
        by: LEADER,
        pickupPointId: null,
        answer: null,
      },
    }))
    expect(queue.nextParcel(many)?.scans).toHaveLength(200)
    expect(queue.nextParcel(many.slice(230))?.saleId).toBe('sal_other')
    expect(queue.nextParcel([])).toBeNull()
  })

  test('what another leader scanned on this phone is not sent by whoever is here now', async () => {
    withKit([aBag(3)])
    offline()
    giveOut(codeOf(3, NOW))
    await store.sync()
    const { useSession } = jest.requireActual<typeof SessionModule>('@/platform/session')
    useSession.setState({ me: { id: 'mem_other' } as never })
    answers()
    const before = scansSent().length
    expect(await store.sync()).toBe(0)
    expect(scansSent()).toHaveLength(before)
  })
})
