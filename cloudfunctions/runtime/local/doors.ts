/** The doors by the name they are deployed under; each is loaded at its first call. */
import type { FunctionName } from '@/contract/index'
import type { Main } from '../serve'

type Door = () => Promise<{ main: Main }>

const doors = {
  feed: () => import('../../feed/index'),
  catalog: () => import('../../catalog/index'),
  cart: () => import('../../cart/index'),
  member: () => import('../../member/index'),
  message: () => import('../../message/index'),
  order: () => import('../../order/index'),
  coupon: () => import('../../coupon/index'),
  flash: () => import('../../flash/index'),
  points: () => import('../../points/index'),
  assist: () => import('../../assist/index'),
  payment: () => import('../../payment/index'),
  sale: () => import('../../sale/index'),
  share: () => import('../../share/index'),
  community: () => import('../../community/index'),
  card: () => import('../../card/index'),
  'group-buy': () => import('../../group-buy/index'),
  earning: () => import('../../earning/index'),
  leader: () => import('../../leader/index'),
  jobs: () => import('../../jobs/index'),
  staff: () => import('../../staff/index'),
  'staff-order': () => import('../../staff-order/index'),
  'staff-catalog': () => import('../../staff-catalog/index'),
  'staff-commission': () => import('../../staff-commission/index'),
  'staff-community': () => import('../../staff-community/index'),
  'staff-group-buy': () => import('../../staff-group-buy/index'),
  'staff-sale': () => import('../../staff-sale/index'),
  'staff-promotion': () => import('../../staff-promotion/index'),
  'staff-store': () => import('../../staff-store/index'),
} as const satisfies Record<FunctionName, Door>

export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(doors, name)

export const openDoor = async (name: FunctionName): Promise<Main> => (await doors[name]()).main
