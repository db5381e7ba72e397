import { act } from 'react'
import type { HomeBlock } from '@/contract/feed'
import { grouped } from '@/features/home/blocks'
import type { Answer } from '@/platform/call'
import { useMore, type More } from '@/platform/more'
import { draw } from '../support/taro-dom/draw'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const banner = (id: string): HomeBlock => ({
  kind: 'banner',
  id,
  badge: null,
  title: id,
  subtitle: null,
  picture: null,
  until: null,
  target: { to: 'none' },
})

test('banners that stand together share one strip; the order of the staff stays', () => {
  const shortcuts: HomeBlock = { kind: 'shortcuts', id: 's', items: [] }
  const groups = grouped([banner('a'), banner('b'), shortcuts, banner('c')])
  expect(groups.map((group) => (Array.isArray(group) ? group.length : 1))).toEqual([2, 1, 1])
  expect(groups[1]).toBe(shortcuts)
})

describe('a feed without an end', () => {
  type Item = { readonly id: string }
  type Page = { readonly items: readonly Item[]; readonly next: string | null }
  const page = (ids: string, next: string | null): Page => ({ items: [...ids].map((id) => ({ id })), next })
  const offline: Answer<Page> = { ok: false, fault: { code: 'offline', requestId: null, retryable: true } }

  let feed: More<Item>
  const Reader = ({ first, load }: { first: Page; load: (cursor: string) => Promise<Answer<Page>> }) => {
    feed = useMore(first, load)
    return null
  }
  const ids = () => feed.items.map(({ id }) => id).join('')
  const more = () => act(async () => feed.more())

  test('what a later page repeats is shown once, and the end is the end', async () => {
    const load = jest.fn(async () => ({ ok: true as const, data: page('bcd', null) }))
    draw(<Reader first={page('ab', 'n1')} load={load} />)
    await more()
    expect(ids()).toBe('abcd')
    expect(feed.isEnd).toBe(true)
    await more()
    expect(load).toHaveBeenCalledTimes(1)
  })

  test('two nudges at once ask once', async () => {
    const load = jest.fn(async () => ({ ok: true as const, data: page('c', 'n2') }))
    draw(<Reader first={page('ab', 'n1')} load={load} />)
    await act(async () => void (await Promise.all([feed.more(), feed.more()])))
    expect(load).toHaveBeenCalledTimes(1)
    expect(load).toHaveBeenCalledWith('n1')
  })

  test('a line that breaks keeps what is there and goes on from there', async () => {
    const load = jest.fn<Promise<Answer<Page>>, [string]>(async () => ({ ok: true, data: page('c', null) }))
    load.mockResolvedValueOnce(offline)
    draw(<Reader first={page('ab', 'n1')} load={load} />)
    await more()
    expect(feed.trouble?.fault?.code).toBe('offline')
    await more()
    expect(ids()).toBe('abc')
    expect(feed.trouble).toBeNull()
  })

  test('a fresh first page starts over, and a late answer to the old one is dropped', async () => {
    let answer: (page: Answer<Page>) => void = () => undefined
    const load = () => new Promise<Answer<Page>>((resolve) => (answer = resolve))
    const view = draw(<Reader first={page('ab', 'n1')} load={load} />)
    let late: Promise<void> | undefined
    act(() => void (late = feed.more()))
    view.again(<Reader first={page('xy', 'n9')} load={load} />)
    await act(async () => {
      answer({ ok: true, data: page('cd', null) })
      await late
    })
    expect(ids()).toBe('xy')
    expect(feed.isEnd).toBe(false)
  })
})
