/**
 * The one place that builds and reads the addresses of a shared card: the mini program's path, the web page's link, and
 * the scene of a mini program code. All three carry nothing but the opaque code.
 */

/** WeChat's limit for `wxacode.getUnlimited`, visible characters only. */
export const SCENE_LIMIT = 32

const CODE = /^[0-9A-Za-z]{8,24}$/
const SCENE_PREFIX = 'c='

/** Page without a leading slash, as `wxacode.getUnlimited` wants it. */
export const LANDING_PAGE = 'packages/share/landing/index'
/** The page of a group buy: a card of a group leads there, and it reads its code as the landing page of a product does. */
export const GROUP_PAGE = 'packages/group/page/index'
/** What a friend who is asked for help opens. */
const ASSIST_PAGE = 'packages/assist/landing/index'
/** A community, and one of its group sales. */
const COMMUNITY_PAGE = 'packages/community/page/index'
const SALE_PAGE = 'packages/community/sale/index'
/** An order that a leader wrote down: whoever opens it sees it and pays. */
const DRAFT_PAGE = 'packages/community/drafted/index'
/** What a card is about; each has the page it opens. */
export const PAGE_OF = {
  product: LANDING_PAGE,
  group: GROUP_PAGE,
  assist: ASSIST_PAGE,
  community: COMMUNITY_PAGE,
  sale: SALE_PAGE,
  draft: DRAFT_PAGE,
} as const
export type SharedThing = keyof typeof PAGE_OF

const checked = (code: string): string => {
  if (!CODE.test(code)) throw new RangeError('not a share code')
  return code
}

/** `/packages/share/landing/index?c=<code>`, for `onShareAppMessage`. Throws a RangeError if `code` is none. */
export const sharePath = (code: string, thing: SharedThing = 'product'): string =>
  `/${PAGE_OF[thing]}?c=${checked(code)}`

/** The link for H5, whose router lives behind the hash. `publicUrl` is where the storefront is served, with or without a final slash. */
export const shareUrl = (publicUrl: string, code: string, thing: SharedThing = 'product'): string =>
  `${publicUrl.replace(/\/+$/, '')}/#${sharePath(code, thing)}`

/** What stands in the mini program code on a poster. */
export const shareScene = (code: string): string => SCENE_PREFIX + checked(code)

/** The landing page's query: `c` from a card or a link, `scene` (percent-encoded by WeChat) from a mini program code. */
export type LandingQuery = { readonly c?: string | undefined; readonly scene?: string | undefined }

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** The code that a landing page was opened with, or null if there is none to be read. */
export const readShareCode = ({ c, scene }: LandingQuery): string | null => {
  if (c !== undefined && CODE.test(c)) return c
  const text = scene === undefined ? '' : decoded(scene)
  const code = text.startsWith(SCENE_PREFIX) ? text.slice(SCENE_PREFIX.length) : ''
  return CODE.test(code) ? code : null
}

/** The code in a whole path or link, e.g. one that somebody pasted; null where it leads elsewhere. */
export const readShareLink = (link: string): string | null => {
  const page = Object.values(PAGE_OF).find((each) => link.includes(`${each}?`))
  if (page === undefined) return null
  const query = new Map<string, string>()
  for (const part of link.slice(link.indexOf(`${page}?`) + page.length + 1).split('&')) {
    const [name = '', ...value] = part.split('=')
    query.set(name, value.join('='))
  }
  return readShareCode({ c: query.get('c'), scene: query.get('scene') })
}
