import { View } from '@tarojs/components'
import { Bone, BonePicture } from '@/ui/bone'
import { Card } from '@/ui/card'
import { notify } from '@/ui/notice'
import { ProductCard, type Goods } from '@/ui/product-card'
import { SearchLink } from '@/ui/search-bar'
import { Waterfall } from '@/ui/waterfall'
import { shelf } from './goods'

const heightOf = (goods: Goods) => goods.ratio + 0.7
const keyOf = (goods: Goods) => goods.id
const open = (goods: Goods) => notify(goods.title)
const add = () => notify('放进购物车了', 'cart')
const draw = (goods: Goods) => (
  <ProductCard
    goods={goods}
    onOpen={open}
    onAdd={add}
    aside="已售 218"
    why={{ icon: 'sparkle', text: '你常买莓果，这批刚到' }}
    {...(goods.id === '1' ? { tag: '今早到货' } : {})}
  />
)

export const HomeParts = () => (
  <>
    <SearchLink hint="今晚吃什么？试试「白灼虾」" onTap={() => notify('去搜索')} />
    <Waterfall items={shelf} heightOf={heightOf} keyOf={keyOf} draw={draw} />
    <View className="falls">
      {shelf.slice(0, 3).map((goods) => (
        <View className="fall" key={goods.id}>
          <ProductCard goods={goods} look="small" onOpen={open} onAdd={add} />
        </View>
      ))}
    </View>
    <Card look="flat">
      {shelf.slice(2, 5).map((goods) => (
        <ProductCard key={goods.id} goods={goods} look="line" onOpen={open} onAdd={add} tag="今早到货" />
      ))}
    </Card>
    <Card>
      <View className="row">
        <Bone width={36} height={36} isRound />
        <View className="grow">
          <Bone width={128} height={16} />
          <Bone width={92} height={12} top={8} />
        </View>
        <Bone width={78} height={36} isRound />
      </View>
      <View className="falls" style="padding:0">
        {(['berry', 'sun', 'wheat'] as const).map((tone) => (
          <View className="fall" key={tone}>
            <BonePicture tone={tone} ratio={0.86} />
            <Bone width={74} height={13} top={9} />
            <Bone width={48} height={15} top={7} />
          </View>
        ))}
      </View>
    </Card>
  </>
)
