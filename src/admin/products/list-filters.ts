import type { CallInput } from '@/contract/index'
import { isId } from '@/domain/ids'
import { oneOf, pageOf } from '../parts/url-state'

export const productTabs = ['all', 'on', 'off', 'draft'] as const
export const PAGE_SIZE = 20

export const productsInput = (search: URLSearchParams): CallInput<'staff-catalog', 'products'> => {
  const status = oneOf(productTabs, search.get('tab'), 'all')
  const category = search.get('category')
  const text = search.get('text')?.trim().slice(0, 40)
  return {
    ...(status === 'all' ? {} : { status }),
    ...(isId('cat', category) ? { categoryId: category } : {}),
    ...(text ? { text } : {}),
    ...(search.get('low') ? { lowStock: true } : {}),
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  }
}
