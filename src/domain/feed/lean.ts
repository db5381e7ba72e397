/** How a page leans towards a member: what they buy anyway moves up a little, inside the page, so nothing repeats or is lost. */

/** So far a favourite category may move up. */
const REACH = 3
/** So many cards of a page may say "because you buy it"; more would be an echo. */
const AT_MOST = 3

export type Leaning<T> = { readonly item: T; readonly isLeant: boolean }

/**
 * The same items; up to three whose category is in `liked` move up by at most three places each. With nothing liked the
 * order stays as it is. Items keep their order otherwise.
 */
export const leanPage = <T>(items: readonly T[], likes: (item: T) => boolean): Leaning<T>[] => {
  const page: Leaning<T>[] = []
  let leant = 0
  for (const item of items) {
    const isLeant = leant < AT_MOST && likes(item)
    if (!isLeant) {
      page.push({ item, isLeant })
      continue
    }
    leant++
    page.splice(placeFor(page), 0, { item, isLeant })
  }
  return page
}

/** As far up as it reaches, with one other card between two favourites. */
const placeFor = (page: readonly Leaning<unknown>[]): number => {
  let place = page.length
  while (place > 0 && page.length - place < REACH && !page[place - 1]?.isLeant && !page[place - 2]?.isLeant) place--
  return place
}
