import { ScrollView, View } from '@tarojs/components'
import type { CategoryView } from '@/contract/views'
import { tap } from '@/ui/tap'
import { copy, sorts, type Sort } from './copy'

type Props = {
  readonly top: CategoryView
  readonly shown: string
  readonly onWant: (categoryId: string) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** Which part of the aisle, and in which order. A second tap on the price turns it round. */
export const SubChoice = ({ top, shown, onWant, sort, onSort }: Props) => {
  const isByPrice = sort === 'price-up' || sort === 'price-down'
  return (
    <>
      {top.children.length > 0 && (
        <ScrollView className="subs" scrollX enhanced showScrollbar={false}>
          <View className="subs-row">
            {[{ id: top.id, name: copy.all }, ...top.children].map(({ id, name }) => (
              <View
                key={id}
                className={id === shown ? 'sub sub-on' : 'sub'}
                {...tap(() => onWant(id), name, { role: 'tab', isOn: id === shown })}
              >
                <View className="sub-name">{name}</View>
              </View>
            ))}
          </View>
        </ScrollView>
      )}
      <View className="sorts">
        {(['popular', 'new'] as const).map((key) => (
          <View
            key={key}
            className={sort === key ? 'sort sort-on' : 'sort'}
            {...tap(() => onSort(key), sorts[key], { role: 'radio', isOn: sort === key })}
          >
            {sorts[key]}
          </View>
        ))}
        <View
          className={isByPrice ? 'sort sort-on' : 'sort'}
          {...tap(() => onSort(sort === 'price-up' ? 'price-down' : 'price-up'), copy.price, {
            role: 'radio',
            isOn: isByPrice,
          })}
        >
          {isByPrice ? sorts[sort] : copy.price}
        </View>
      </View>
    </>
  )
}
