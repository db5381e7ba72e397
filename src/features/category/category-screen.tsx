import { useState, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import type { CategoryView, ProductCard } from '@/contract/views'
import { read } from '@/platform/call'
import { go, takeWantedCategory } from '@/platform/navigate'
import { useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { ErrorState } from '@/ui/error-state'
import { usePhone } from '@/ui/phone'
import { SearchLink } from '@/ui/search-bar'
import { SkeletonLines } from '@/ui/skeleton'
import { tap } from '@/ui/tap'
import { CategoryList } from './category-list'
import { copy, type Sort } from './copy'
import { SubChoice } from './sub-choice'
import './category.scss'

type DrawLine = (goods: ProductCard) => ReactNode

/** The shop by aisles: the aisles at the left, what stands in them at the right. */
export const CategoryScreen = ({ drawLine }: { readonly drawLine: DrawLine }) => {
  const [wanted, setWanted] = useState<string | null>(null)
  const { view, trouble, isAsking, ask } = useScreen(() => read('catalog', 'categories', {}))
  // a shortcut elsewhere may have asked for one
  useShown(() => {
    const asked = takeWantedCategory()
    if (asked) setWanted(asked)
  })

  if (!view) {
    return trouble ? (
      <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
    ) : (
      <SkeletonLines count={6} />
    )
  }
  const top = view.categories.find((category) => holds(category, wanted)) ?? view.categories[0]
  if (!top) return null
  return (
    <Aisles categories={view.categories} top={top} wanted={wanted ?? top.id} onWant={setWanted} drawLine={drawLine} />
  )
}

const holds = ({ id, children }: CategoryView, wanted: string | null): boolean =>
  id === wanted || children.some((child) => child.id === wanted)

type AislesProps = {
  readonly categories: readonly CategoryView[]
  readonly top: CategoryView
  /** Of the top category or of one of its children. */
  readonly wanted: string
  readonly onWant: (categoryId: string) => void
  readonly drawLine: DrawLine
}

const Aisles = ({ categories, top, wanted, onWant, drawLine }: AislesProps) => {
  const { statusHeight, barHeight } = usePhone()
  const [sort, setSort] = useState<Sort>('popular')
  const shown = top.children.find(({ id }) => id === wanted)?.id ?? top.id
  return (
    <View className="rooms" style={`top:${statusHeight + barHeight}px`}>
      <SearchLink hint={copy.hint} onTap={() => go.search()} />
      <View className="rooms-both">
        <ScrollView className="rail" scrollY enhanced showScrollbar={false}>
          {categories.map(({ id, name }) => (
            <View
              key={id}
              className={id === top.id ? 'rail-one rail-on' : 'rail-one'}
              {...tap(() => onWant(id), name, { role: 'tab', isOn: id === top.id })}
            >
              {name}
            </View>
          ))}
        </ScrollView>
        <View className="shelf">
          <SubChoice top={top} shown={shown} onWant={onWant} sort={sort} onSort={setSort} />
          <CategoryList key={`${shown} ${sort}`} categoryId={shown} sort={sort} drawLine={drawLine} />
        </View>
      </View>
    </View>
  )
}
