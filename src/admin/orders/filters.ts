/** The filters of the list as they stand in the URL, and as the server takes them. */
import type { CallInput } from '@/contract/index'
import type { StaffOrderTab } from '@/contract/staff-order'
import { isId } from '@/domain/ids'
import { DAY, dayStart } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { oneOf, pageOf } from '../parts/url-state'

export const tabs = [
  'all',
  'to-pay',
  'to-ship',
  'awaiting-group',
  'to-pick-up',
  'shipped',
  'refunding',
  'completed',
  'closed',
] as const satisfies readonly StaffOrderTab[]

export const times = ['today', 'week', 'month'] as const
export const deliveries = ['express', 'local', 'pickup'] as const
export const sources = ['share', 'direct'] as const

const daysOf = { today: 1, week: 7, month: 30 } as const

/** Keys of the URL that are filters; `page` and `open` are not. */
export const filterKeys = ['tab', 'text', 'time', 'delivery', 'source', 'pickup'] as const

export type Filters = Omit<CallInput<'staff-order', 'list'>, 'page' | 'pageSize'>

/** What is in the URL and valid; anything else is as if it weren't there. Days are whole days of the shop. */
export const filtersOf = (search: URLSearchParams, now: EpochMs): Filters => {
  const time = oneOf(['', ...times], search.get('time'), '')
  const deliveryKind = oneOf(['', ...deliveries], search.get('delivery'), '')
  const source = oneOf(['', ...sources], search.get('source'), '')
  const pickup = search.get('pickup')
  const text = search.get('text')?.trim().slice(0, 40)
  return {
    tab: oneOf(tabs, search.get('tab'), 'all'),
    ...(text ? { text } : {}),
    ...(time ? { fromAt: dayStart(now) - (daysOf[time] - 1) * DAY } : {}),
    ...(deliveryKind ? { deliveryKind } : {}),
    ...(source ? { source } : {}),
    ...(isId('pup', pickup) ? { pickupPointId: pickup } : {}),
  }
}

export const PAGE_SIZE = 20

export const listInput = (search: URLSearchParams, now: EpochMs): CallInput<'staff-order', 'list'> => ({
  ...filtersOf(search, now),
  page: pageOf(search),
  pageSize: PAGE_SIZE,
})
