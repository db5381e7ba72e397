import { readFileSync } from 'node:fs'
import { ProgressRing } from '@/ui/progress-ring'
import { SeatRing } from '@/ui/seat-ring'
import { draw } from '../../support/taro-dom/draw'

const read = (file: string) => readFileSync(`src/ui/${file}`, 'utf8')

test('every icon that can be named is drawn, and every drawing has a name', () => {
  const union = read('icon.tsx').match(/export type IconName =([^]*?)\n\n/)?.[1] ?? ''
  const named = [...union.matchAll(/'([\w-]+)'/g)].map((match) => match[1])
  const lines = read('_icon-lines.scss').matchAll(/^ {2}([\w-]+):\s*'/gm)
  const drawn = [...lines, ...read('icon.scss').matchAll(/^\.i-([\w-]+) \{/gm)]
  expect(new Set(drawn.map((match) => match[1]))).toEqual(new Set(named))
})

test('the ring draws an arc for each seat', () => {
  const view = draw(<ProgressRing seats={3} taken={1} label="还差 2 位" />)
  const arcs = view.all('.ring-arcs').map((node) => (node.getAttribute('style')?.match(/M/g) ?? []).length)
  expect(arcs).toEqual([2, 1])
  expect(view.find('还差 2 位').getAttribute('role')).toBe('img')
})

test('people sit around what they buy: an arc centred on each seat, filled where somebody sits', () => {
  const picture = { url: '', tone: ['#fff', '#eee'] as const }
  const seats = [
    { kind: 'taken' as const, name: '小美', avatar: null, note: '团主', isLeader: true },
    { kind: 'held' as const, note: '付款中' },
    { kind: 'free' as const, note: '留给你', onTap: () => undefined },
  ]
  const view = draw(<SeatRing seats={seats} picture={picture} label="3 个位子，坐了 1 位" />)
  const arcs = view.all('.orbit-arcs').map((node) => (node.getAttribute('style')?.match(/M/g) ?? []).length)
  expect(arcs).toEqual([2, 1])
  expect(view.find('留给你').getAttribute('role')).toBe('button')
  expect(view.all('.seat-leader')).toHaveLength(1)
})

describe('contrast', () => {
  const tokens = read('tokens.scss')
  const light = tokens.slice(0, tokens.indexOf('.text-large'))
  const dark = tokens.slice(tokens.indexOf('@mixin dark'), tokens.indexOf('@media'))
  const colour = (name: string, isDark: boolean) => {
    const seek = (text: string) => text.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))?.[1]
    const hex = (isDark && seek(dark)) || seek(light) || ''
    return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
  }
  const luminance = (name: string, isDark: boolean) =>
    colour(name, isDark)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place]!, 0)
  const contrast = (words: string, ground: string, isDark: boolean) => {
    const [low, high] = [luminance(words, isDark), luminance(ground, isDark)].sort((a, b) => a - b)
    return (high! + 0.05) / (low! + 0.05)
  }
  const pairs: readonly (readonly [string, string])[] = [
    ...['ink', 'ink-2', 'ink-3', 'leaf-ink', 'accent-ink'].flatMap((words) => [
      [words, 'card'] as const,
      [words, 'paper'] as const,
    ]),
    ['ink-3', 'fill-2'],
    ['ink-2', 'fill'],
    ['accent-ink', 'accent-soft'],
    ['leaf-ink', 'leaf-soft'],
    ['honey-ink', 'honey-soft'],
  ]

  test.each(pairs)('%s can be read on %s, by day and by night', (words, ground) => {
    expect(contrast(words, ground, false)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(words, ground, true)).toBeGreaterThanOrEqual(4.5)
  })

  test('a price can be read on a card by day', () => {
    expect(contrast('accent-fill', 'card', false)).toBeGreaterThanOrEqual(4.5)
  })
})
