/** Words of changing one's password. */
import { minuteText } from '@/domain/time'
import type { RefusalWording } from '../cloud/refusal-text'

export const copy = {
  title: '改密码',
  rule: '至少 10 位。改完后，其他电脑上的登录会失效。',
  forced: '这是一次性密码，先换成你自己的再继续。',
  current: '现在的密码',
  next: '新密码',
  again: '再输一遍',
  wanted: '填一下',
  tooShort: '至少 10 位',
  differs: '两遍不一样',
  act: '改密码',
  done: '密码已改',
  refusals: {
    'sign-in.wrong': ({ triesLeft }) => `现在的密码不对，还能试 ${triesLeft} 次`,
    'sign-in.locked': ({ untilAt }) => `错得太多，先锁上了；${minuteText(untilAt).slice(6)} 后再试`,
    'password.same': '新密码和现在的一样，换一个',
  } satisfies RefusalWording<'staff', 'changePassword'>,
} as const
