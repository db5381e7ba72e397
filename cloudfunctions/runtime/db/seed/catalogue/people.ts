/** Who lives and works in the demo shop. Names are the words people sign in with (`demo:xiaomei`). */

import type { Role } from '@/domain/staff/roles'
import type { AvatarSpec } from '../pictures/draw-portrait'

export type DemoMember = {
  readonly name: string
  readonly nickname: string
  readonly phone: string
  readonly avatar: AvatarSpec
  /** The building they live in, for pick-up distance and neighbour wording. */
  readonly building: string
  /** What this person mostly buys, by sub-category; the past orders of the seed lean on it. */
  readonly likes: readonly string[]
}

export type DemoLeader = DemoMember & {
  readonly pickupPoint: string
  readonly words: string
  readonly leaderSince: string
}

export type DemoStaff = {
  readonly name: string
  readonly fullName: string
  readonly role: Role
  readonly phone: string
  readonly avatar: AvatarSpec
}

export const members: readonly DemoMember[] = [
  {
    name: 'xiaomei',
    nickname: '小美',
    phone: '13800001001',
    avatar: { emoji: '1f469-1f3fb', tint: 'petal' },
    building: '3 号楼 1204',
    likes: ['berries', 'milk', 'bread'],
  },
  {
    name: 'lili',
    nickname: '莉莉',
    phone: '13800001002',
    avatar: { emoji: '1f467-1f3fb', tint: 'honey' },
    building: '5 号楼 802',
    likes: ['pastry', 'cut-flowers', 'berries'],
  },
  {
    name: 'ajie',
    nickname: '阿杰',
    phone: '13800001003',
    avatar: { emoji: '1f468-1f3fb', tint: 'sky' },
    building: '3 号楼 506',
    likes: ['meat', 'noodles', 'bites'],
  },
  {
    name: 'dawei',
    nickname: '大伟',
    phone: '13800001004',
    avatar: { emoji: '1f9d4-1f3fb', tint: 'mint' },
    building: '11 号楼 301',
    likes: ['seafood', 'meat', 'snacks'],
  },
  {
    name: 'chenchen',
    nickname: '晨晨',
    phone: '13800001005',
    avatar: { emoji: '1f9d2-1f3fb', tint: 'lilac' },
    building: '8 号楼 1701',
    likes: ['light', 'drinks', 'tropical'],
  },
  {
    name: 'yuanyuan',
    nickname: '圆圆',
    phone: '13800001006',
    avatar: { emoji: '1f9d1-1f3fb', tint: 'apricot' },
    building: '9 号楼 603',
    likes: ['leaves', 'eggs', 'orchard'],
  },
  {
    name: 'haoran',
    nickname: '浩然',
    phone: '13800001007',
    avatar: { emoji: '1f466-1f3fb', tint: 'sky' },
    building: '11 号楼 1502',
    likes: ['noodles', 'snacks', 'tropical'],
  },
  {
    name: 'momo',
    nickname: '沫沫',
    phone: '13800001008',
    avatar: { emoji: '1f471-1f3fb', tint: 'petal' },
    building: '6 号楼 401',
    likes: ['plants', 'cheese', 'pastry'],
  },
]

export const leaders: readonly DemoLeader[] = [
  {
    name: 'afang',
    nickname: '阿芳',
    phone: '13800002001',
    avatar: { emoji: '1f469-1f3fb-200d-1f9b1', tint: 'apricot' },
    building: '3 号楼 102',
    likes: ['berries', 'leaves', 'eggs'],
    pickupPoint: 'building-3',
    words: '早上我拆箱先挑着吃，甜的才叫大家下单。',
    leaderSince: '2024-03-16',
  },
  {
    name: 'laozhou',
    nickname: '老周',
    phone: '13800002002',
    avatar: { emoji: '1f474-1f3fb', tint: 'honey' },
    building: '11 号楼 101',
    likes: ['seafood', 'roots', 'grains'],
    pickupPoint: 'building-11',
    words: '我退休了有空，晚点来拿也不要紧，敲门就行。',
    leaderSince: '2024-09-01',
  },
  {
    name: 'xiaoqin',
    nickname: '小琴',
    phone: '13800002003',
    avatar: { emoji: '1f469-1f3fb-200d-1f373', tint: 'mint' },
    building: '东门商铺 6 号',
    likes: ['bread', 'cut-flowers', 'drinks'],
    pickupPoint: 'east-gate',
    words: '店里有冰柜，牛奶海鲜放我这儿最放心。',
    leaderSince: '2025-05-20',
  },
]

export const staff: readonly DemoStaff[] = [
  {
    name: 'owner',
    fullName: '林晓禾',
    role: 'owner',
    phone: '13800003001',
    avatar: { emoji: '1f469-1f3fb-200d-1f33e', tint: 'mint' },
  },
  {
    name: 'manager',
    fullName: '顾一帆',
    role: 'manager',
    phone: '13800003002',
    avatar: { emoji: '1f468-1f3fb-200d-1f4bc', tint: 'sky' },
  },
  {
    name: 'warehouse',
    fullName: '许大勇',
    role: 'warehouse',
    phone: '13800003003',
    avatar: { emoji: '1f468-1f3fb-200d-1f527', tint: 'honey' },
  },
  {
    name: 'service',
    fullName: '苏晴',
    role: 'customer-service',
    phone: '13800003004',
    avatar: { emoji: '1f469-1f3fb-200d-1f4bb', tint: 'petal' },
  },
  {
    name: 'auditor',
    fullName: '沈知微',
    role: 'auditor',
    phone: '13800003005',
    avatar: { emoji: '1f469-1f3fb-200d-1f4bc', tint: 'lilac' },
  },
]
