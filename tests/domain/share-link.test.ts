import fc from 'fast-check'
import {
  GROUP_PAGE,
  LANDING_PAGE,
  readShareCode,
  readShareLink,
  SCENE_LIMIT,
  sharePath,
  shareScene,
  shareUrl,
} from '@/domain/share/link'
import { maskName } from '@/domain/share/mask'

const codes = fc.stringMatching(/^[0-9A-Za-z]{8,24}$/)
const queryOf = (link: string) => ({ c: link.split('?c=')[1] })

describe('a share link', () => {
  test('gives back the code it was built from, in every form', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readShareCode(queryOf(sharePath(code)))).toBe(code)
        expect(readShareLink(sharePath(code))).toBe(code)
        expect(readShareLink(shareUrl('https://shop.example/', code))).toBe(code)
        expect(readShareCode({ scene: shareScene(code) })).toBe(code)
        expect(readShareCode({ scene: encodeURIComponent(shareScene(code)) })).toBe(code)
      }),
    )
  })

  test('fits a mini program code: at most 32 visible characters of those that WeChat allows', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(shareScene(code).length).toBeLessThanOrEqual(SCENE_LIMIT)
        expect(shareScene(code)).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/)
      }),
    )
  })

  test('leads to the same page in the mini program and on the web', () => {
    expect(sharePath('AbCd12345678')).toBe(`/${LANDING_PAGE}?c=AbCd12345678`)
    expect(shareUrl('http://localhost:8080', 'AbCd12345678')).toBe(
      'http://localhost:8080/#/packages/share/landing/index?c=AbCd12345678',
    )
    expect(shareUrl('http://localhost:8080/', 'AbCd12345678')).toBe(shareUrl('http://localhost:8080', 'AbCd12345678'))
  })

  test('of a group leads to the group, with the code and nothing else', () => {
    expect(sharePath('AbCd12345678', 'assist')).toBe('/packages/assist/landing/index?c=AbCd12345678')
    expect(readShareLink('https://shop.example/#/packages/assist/landing/index?c=AbCd12345678')).toBe('AbCd12345678')
    expect(sharePath('AbCd12345678', 'group')).toBe(`/${GROUP_PAGE}?c=AbCd12345678`)
    const url = shareUrl('https://shop.example/', 'AbCd12345678', 'group')
    expect(url).toBe('https://shop.example/#/packages/group/page/index?c=AbCd12345678')
    expect(readShareLink(url)).toBe('AbCd12345678')
  })

  test('is read through what others append to it', () => {
    expect(readShareLink('https://s.example/?from=x#/packages/share/landing/index?c=AbCd12345678&utm=a=b')).toBe(
      'AbCd12345678',
    )
  })

  test.each([
    {},
    { c: '' },
    { c: 'short' },
    { c: 'x'.repeat(25) },
    { c: "AbCd1234';--" },
    { scene: '%E0%A4%A' },
    { scene: 'p=AbCd12345678' },
    { scene: 'AbCd12345678' },
  ])('is nothing where it carries no code: %j', (query) => expect(readShareCode(query)).toBeNull())

  test('never throws at whatever text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (c, scene) => {
        expect([null, c]).toContain(readShareCode({ c }))
        readShareCode({ scene })
        readShareLink(c + scene)
      }),
    )
  })

  test('is not built from anything that is no code', () => {
    expect(() => sharePath('a b')).toThrow(RangeError)
    expect(() => shareScene('mem_06fz3k')).toThrow(RangeError)
    expect(readShareLink('/pages/home/index?c=AbCd12345678')).toBeNull()
  })
})

describe('a masked name', () => {
  test.each([
    ['小美', '小*'],
    ['张', '张*'],
    [' Anna Lee ', 'A*'],
    ['🍓妈妈', '🍓*'],
    ['  ', '*'],
    ['', '*'],
  ])('%s reads %s', (name, masked) => expect(maskName(name)).toBe(masked))

  test('keeps one character at most', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => Array.from(maskName(name)).length <= 2))
  })
})
