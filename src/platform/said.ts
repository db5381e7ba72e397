/** What a person reads when the cloud could not answer, or answered what every action may answer. The same words on every screen. */
import type { CallFault } from './call'
import type { Trouble } from './screen'

const faults: Record<CallFault['code'], { title: string; note: string }> = {
  offline: { title: '网络走神了', note: '没连上店里，检查一下网络再试' },
  slow: { title: '店里有点忙', note: '等得有点久，再试一次就好' },
  busy: { title: '店里有点忙', note: '人有点多，稍等几秒再试' },
  internal: { title: '这里出了点问题', note: '我们已经记下来了，请稍后再试' },
}

const common: Record<string, string> = {
  'sign-in.required': '先登录一下，就能接着用',
  'input.invalid': '填的内容有点问题，改一下再试',
  'request.too-large': '内容太长了，删一些再试',
  'request.too-many': '点得有点快，歇两秒再试',
  'action.unknown': '请把小程序更新到最新版再试',
  'role.required': '这里暂时不能用',
}

/** A short sentence for a notice over the page. `words` are the feature's own, by refusal code. */
export const saidOf = (trouble: Trouble, words: Readonly<Record<string, string>> = {}): string =>
  trouble.fault
    ? faults[trouble.fault.code].note
    : (words[trouble.refusal.code] ?? common[trouble.refusal.code] ?? faults.internal.note)

/** Title and note of a whole error page. */
export const pageSaidOf = (
  trouble: Trouble,
  words: Readonly<Record<string, string>> = {},
): { title: string; note: string } =>
  trouble.fault ? faults[trouble.fault.code] : { title: '没打开这一页', note: saidOf(trouble, words) }
