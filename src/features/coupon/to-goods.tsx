import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CouponFace } from '@/contract/coupon'
import { go } from '@/platform/navigate'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

/** 去使用: to the goods a coupon is for. Several products are named first, because they stand in no list of their own. */
export const useToGoods = () => {
  const [named, setNamed] = useState<CouponFace | null>(null)
  const toGoods = (face: CouponFace): void => {
    const { leadsTo } = face
    switch (leadsTo.to) {
      case 'shop':
        return go.home()
      case 'category':
        return go.category(leadsTo.id)
      case 'product':
        return go.product(leadsTo.id)
      case 'products':
        return setNamed(face)
      default:
        return leadsTo satisfies never
    }
  }
  const sheet = named && <Named names={named.scopeNames} onClose={() => setNamed(null)} />
  return { toGoods, sheet }
}

const Named = ({ names, onClose }: { readonly names: readonly string[]; readonly onClose: () => void }) => (
  <Sheet isOpen onClose={onClose} title={copy.goods.title}>
    <View className="n2">{copy.goods.note}</View>
    {names.map((name) => (
      <ListRow
        key={name}
        title={name}
        onTap={() => {
          onClose()
          go.search(name)
        }}
      />
    ))}
  </Sheet>
)
