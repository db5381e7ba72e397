/** Wording of what any call may answer. */
import type { CommonRefusal } from '@/contract/define'
import type { Wording } from './refusal-text'

const common = {
  'input.invalid': ({ issues }) => `有 ${issues.length} 处没填对，检查后再提交`,
  'action.unknown': '页面版本太旧，刷新后再试',
  'sign-in.required': '登录已过期，请重新登录',
  'role.required': '你的角色没有这项权限，找店主开通',
  'request.too-large': '内容太大，分几次提交',
  'request.too-many': ({ retryAfterMs }) => `操作太快，${Math.ceil(retryAfterMs / 1000)} 秒后再试`,
} satisfies Wording<CommonRefusal>

export const copy = {
  common,
  unknown: (code: string) => `没有成功（${code}）`,
  fault: {
    busy: '系统繁忙，稍后再试；没有重复提交',
    internal: '系统出错，没有改动任何内容',
    unreachable: '网络不通，没收到答复；刷新看看再决定是否重试',
  },
  faultNumber: (text: string, requestId: string) => `${text}（编号 ${requestId}）`,
} as const
