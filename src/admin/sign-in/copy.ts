/** Words of the sign-in screen. */
import { minuteText } from '@/domain/time'
import type { RefusalWording } from '../cloud/refusal-text'

export const copy = {
  title: '登录管理后台',
  brand: '圈集',
  forStaff: (store: string) => `${store} · 店员专用`,
  forStaffAnywhere: '店员专用',
  username: '账号',
  usernameHint: '店主给你的账号',
  password: '密码',
  wanted: '填一下',
  act: '登录',
  demo: '演示店铺，点一位店员进去看看',
  trail: '每次登录和操作都会留痕；连错 5 次，锁 15 分钟。',
  forgot: '忘记密码，请店主在「员工与角色」里重设。',
  slogan: ['邻居信你，', '账也要清清楚楚。'],
  sloganNote: '订单、商品、库存、退款，一处看完。',
  refusals: {
    'sign-in.wrong': ({ triesLeft }) => `账号或密码不对，还能试 ${triesLeft} 次`,
    'sign-in.locked': ({ untilAt }) => `错得太多，先锁上了；${minuteText(untilAt).slice(6)} 后再试`,
  } satisfies RefusalWording<'staff', 'signIn'>,
} as const
