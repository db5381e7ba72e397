import { useState } from 'react'
import { View } from '@tarojs/components'
import { fen } from '@/domain/money'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock, DockMini } from '@/ui/dock'
import { Hint, notify } from '@/ui/notice'
import { PriceWays } from '@/ui/price-ways'
import { PromiseList } from '@/ui/promise-list'
import { SeatRing } from '@/ui/seat-ring'
import { SkuSheet } from '@/ui/sku-sheet'
import { SwiperGallery } from '@/ui/swiper-gallery'
import { pictures } from './goods'

const sku = (id: string, options: readonly string[], price: number, available: number) => ({
  id,
  options,
  priceFen: fen(price),
  available,
  picture: null,
  was: '店价 ¥36.80',
  stock: `店里还有 ${available} 盒 · 每人限 3 盒`,
})
const specs = [
  { name: '分量', options: ['500g 一盒', '1kg 两盒', '礼盒 1.5kg'] },
  { name: '果径', options: ['中果 约 22 颗', '大果 约 14 颗'] },
]
const skus = [
  sku('a', ['500g 一盒', '中果 约 22 颗'], 2990, 38),
  sku('b', ['500g 一盒', '大果 约 14 颗'], 3590, 2),
  sku('c', ['1kg 两盒', '中果 约 22 颗'], 5680, 6),
  sku('d', ['礼盒 1.5kg', '中果 约 22 颗'], 9900, 0),
]

export const ProductParts = () => {
  const [isOpen, setIsOpen] = useState(location.hash.includes('sheet'))
  const ask = () => setIsOpen(true)
  return (
    <>
      <SwiperGallery pictures={[pictures.strawberry, pictures.blueberry, pictures.tulip]} />
      <Card>
        <PriceWays
          ways={[
            { name: '3 人拼团', priceFen: fen(2990) },
            { name: '会员价', priceFen: fen(3490) },
            { name: '单独购买', priceFen: fen(3680) },
          ]}
        />
      </Card>
      <Card>
        <PromiseList
          lines={[
            { icon: 'clock', title: '今天 17:30 起可取', note: '16:00 前下单' },
            { icon: 'address', title: '3 号楼架空层 · 小满家', note: '走 4 分钟 · 今天开到 20:30', onTap: ask },
            { icon: 'shield', title: '坏果拍照就赔，不用退货', note: '收到 24 小时内，按坏的比例退' },
          ]}
        />
      </Card>
      <SeatRing
        label="3 个位子，坐了 1 位"
        picture={pictures.strawberry}
        seats={[
          { kind: 'taken', name: '顾遥', avatar: null, note: '团主', isLeader: true },
          { kind: 'held', note: '付款中' },
          { kind: 'free', note: '留给你', onTap: ask },
        ]}
      />
      <Card look="glow">
        <View className="b">团长小满的话</View>
        <View className="mt2">「早上我拆了三箱，挑着吃了六颗，都甜。」</View>
      </Card>
      <Dock>
        <DockMini icon="chat" text="问一问" onTap={() => notify('店家在')} />
        <DockMini icon="heart-on" text="收藏" isOn onTap={() => notify('收好了')} />
        <Button kind="soft" width="grow" onTap={ask}>
          加入购物车
        </Button>
        <Button width="grow" onTap={ask}>
          立即购买
        </Button>
      </Dock>
      <SkuSheet
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="丹东 99 红颜草莓"
        picture={pictures.strawberry}
        specs={specs}
        skus={skus}
        limit={3}
        acts={[{ text: '立即购买', onTap: (id, count) => notify(`${id} × ${count}`) }]}
      >
        <Hint icon="clock" className="mt4">
          16:00 前下单，今天 17:30 在小满家取
        </Hint>
      </SkuSheet>
    </>
  )
}
