/** Where a list goes on: the sort key and id of the last row shown. A cursor that nobody here wrote starts the list anew. */
import { isId, type ProductId } from '@/domain/ids'

export type ListPlace = { readonly keys: readonly number[]; readonly id: ProductId }

/** `120~prd_06fz3k…`, or with more keys `4~120~prd_…`. */
export const listCursor = ({ keys, id }: ListPlace): string => [...keys, id].join('~')

export const readListCursor = (cursor: string | undefined, keyCount: number): ListPlace | null => {
  const parts = cursor?.split('~') ?? []
  const id = parts.pop()
  const keys = parts.map(Number)
  const isOurs = keys.length === keyCount && keys.every((key) => Number.isSafeInteger(key)) && isId('prd', id)
  return isOurs ? { keys, id } : null
}
