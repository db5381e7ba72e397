/** Ids of the demo shop. A slug always gives the same id, so a seed can run again and `demo:<name>` finds its person. */
import { createHash } from 'node:crypto'
import type { Id, MemberId } from '@/domain/ids'

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'

/** `prefix_` and 20 characters made of the slug's SHA-256. Not sortable by time: for what is shown by name or position. */
export const demoId = <P extends string>(prefix: P, slug: string): Id<P> => {
  const digest = createHash('sha256').update(`${prefix}:${slug}`).digest().subarray(0, 20)
  return `${prefix}_${Array.from(digest, (byte) => BASE32.charAt(byte & 31)).join('')}` as Id<P>
}

export const demoMemberId = (name: string): MemberId => demoId('mem', name)

/** What WeChat would know a demo member by: its stand-ins take anything that is not empty. */
export const demoOpenid = (memberId: string): string => `demo-${memberId}`

/** The demo shop's people, by the name they sign in with. */
export const demoMembers = ['xiaomei', 'lili', 'ajie', 'dawei', 'chenchen', 'yuanyuan', 'haoran', 'momo'] as const
export const demoLeaders = ['afang', 'laozhou', 'xiaoqin'] as const
