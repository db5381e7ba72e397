/** What somebody typed, cut into the terms that a product must all have. The same folding is done to a product's text. */

const HAN_RUN = /\p{Script=Han}+/gu
const NOT_A_WORD = /[^\p{Letter}\p{Number}]+/gu
const MOST_TERMS = 5

/** Full-width to half-width, lower case, everything but letters and digits to one space. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOT_A_WORD, ' ').trim()

/** `草莓500g` → `草莓`, `500g`: a title has a space there as often as not. */
export const cutRuns = (text: string): string[] =>
  fold(text)
    .replace(HAN_RUN, (run) => ` ${run} `)
    .split(' ')
    .filter((piece) => piece !== '')

export const isHan = (piece: string): boolean => /\p{Script=Han}/u.test(piece)

/** The distinct terms of a query, five at most; empty if nothing in it can be looked for. */
export const searchTerms = (text: string): string[] => [...new Set(cutRuns(text))].slice(0, MOST_TERMS)
