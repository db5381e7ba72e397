/** Roughly how wide words are, in em: enough to choose a size before the layout cuts what is still too long. */

/** Wide signs: CJK, full-width forms and their punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const NARROW = /[ .,:;'|!ilI·]/

export const widthInEm = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (WIDE.test(sign) ? 1 : NARROW.test(sign) ? 0.3 : 0.6), 0)

/** The largest of `sizes` (px, falling) at which `text` fits into `lines` lines of `width` px; the last if none does. */
export const sizeThatFits = (text: string, width: number, sizes: readonly [number, ...number[]], lines = 1): number => {
  const em = widthInEm(text)
  // A line may end before its edge, because a Latin word or a figure is kept whole.
  const usable = width * lines * (lines > 1 ? 0.94 : 1)
  return sizes.find((size) => em * size <= usable) ?? sizes[sizes.length - 1] ?? sizes[0]
}
