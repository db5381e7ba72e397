/** A text as a reviewer reads it: full-width, spaced-out, dotted and traditional spellings become plain, and every character knows where it stood. */

export type PlainText = {
  readonly text: string
  /** Where each character of `text` stood in the original. */
  readonly from: readonly number[]
  /** Where the original goes on after it. */
  readonly to: readonly number[]
}

/** In pairs: spellings used to slip past reviewers, and the traditional characters of the words we look for. */
const PAIRS =
  '轉转發发給给獎奖隨随機机領领獲获贈赠紅红個个圏圈亨享讚赞價价團团級级後后續续鎖锁無无沒没盆朋劵券贏赢幫帮請请減减戶户達达賬账帳账審审動动'
const SAME = new Map((PAIRS.match(/../g) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]))

const SENTENCE: Readonly<Record<string, string>> = { '。': '。', '!': '。', '?': '。', ';': '。', '\n': '。' }
const CLAUSE: Readonly<Record<string, string>> = { ',': '，', '、': '，', ':': '，' }
const DASH = /[-~—–−]/

/** One sign for the end of a sentence (`。`), one for the end of a clause (`，`); everything else but letters and digits goes. */
export const plainText = (original: string): PlainText => {
  const out: string[] = []
  const from: number[] = []
  const to: number[] = []
  const push = (sign: string, at: number, end: number): void => {
    // unit by unit, as matches are counted; a sign may be two
    for (const unit of sign.split('')) {
      out.push(unit)
      from.push(at)
      to.push(end)
    }
  }
  let at = 0
  for (const raw of original) {
    const end = at + raw.length
    for (const sign of raw.normalize('NFKC').toLowerCase()) {
      const before = out[out.length - 1] ?? ''
      if (SENTENCE[sign]) push('。', at, end)
      else if (CLAUSE[sign]) push('，', at, end)
      else if (DASH.test(sign) && /[\d元]/.test(before)) push('-', at, end)
      else if (/[\p{Letter}\p{Number}¥.]/u.test(sign) && !(sign === '.' && !/\d/.test(before)))
        push(SAME.get(sign) ?? sign, at, end)
    }
    at = end
  }
  return { text: out.join(''), from, to }
}
