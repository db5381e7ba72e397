import { useState } from 'react'
import { View } from '@tarojs/components'
import type { HomeView } from '@/contract/feed'
import { Icon } from '@/ui/icon'
import { NavBar } from '@/ui/nav-bar'
import { PromiseList, type PromiseLine } from '@/ui/promise-list'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type Props = { readonly view: HomeView | null }

/** The shop's name; a tap tells where it is and what it has to say. */
export const StoreHead = ({ view }: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  const name = view?.store.name ?? copy.shop
  return (
    <>
      <NavBar isTab>
        <View className="shop-head" {...(view ? tap(() => setIsOpen(true), copy.about(name)) : {})}>
          <View className="shop-mark">{copy.mark}</View>
          <View className="shop-name cut">{name}</View>
          {view && <Icon name="down" size={16} />}
        </View>
      </NavBar>
      {view && (
        <Sheet isOpen={isOpen} onClose={() => setIsOpen(false)} title={name}>
          <View className="shop-facts">
            <PromiseList lines={factsOf(view)} />
          </View>
        </Sheet>
      )}
    </>
  )
}

const factsOf = ({ store, pickupPoint }: HomeView): readonly PromiseLine[] => [
  ...(store.notice ? [{ icon: 'leaf' as const, title: copy.notice, note: store.notice }] : []),
  ...(pickupPoint
    ? [
        { icon: 'address' as const, title: pickupPoint.name, note: pickupPoint.address },
        { icon: 'clock' as const, title: copy.pickup, note: copy.hours(pickupPoint.hours) },
      ]
    : []),
  ...(store.servicePhone ? [{ icon: 'phone' as const, title: copy.phone, note: store.servicePhone }] : []),
]
