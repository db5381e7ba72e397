import { Fragment, useMemo, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { usePhone } from './phone'
import './waterfall.scss'

type Props<T> = {
  readonly items: readonly T[]
  /** Estimated height in column widths; only its proportion counts. */
  readonly heightOf: (item: T) => number
  readonly keyOf: (item: T) => string
  readonly draw: (item: T) => ReactNode
}

/** Each item goes to the shorter column, in order: what was laid stays where it is when more arrive. */
export const layColumns = <T,>(items: readonly T[], columns: number, heightOf: (item: T) => number): T[][] => {
  const laid = Array.from({ length: columns }, () => ({ height: 0, items: [] as T[] }))
  for (const item of items) {
    const shortest = laid.reduce((best, column) => (column.height < best.height ? column : best))
    shortest.items.push(item)
    shortest.height += heightOf(item)
  }
  return laid.map((column) => column.items)
}

/** Two columns; in large letters one, as words need the width. */
export const Waterfall = <T,>({ items, heightOf, keyOf, draw }: Props<T>) => {
  const { isLargeText } = usePhone()
  const columns = useMemo(() => layColumns(items, isLargeText ? 1 : 2, heightOf), [items, isLargeText, heightOf])
  return (
    <View className="falls">
      {columns.map((column, place) => (
        <View className="fall" key={place}>
          {column.map((item) => (
            <Fragment key={keyOf(item)}>{draw(item)}</Fragment>
          ))}
        </View>
      ))}
    </View>
  )
}
