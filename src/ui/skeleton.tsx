import { View } from '@tarojs/components'
import { Bone, BonePicture, type Tone } from './bone'
import { Card } from './card'
import './product-card.scss'
import './waterfall.scss'

/** The shape of a waterfall that is on its way. */
export const SkeletonFeed = () => (
  <View className="falls">
    <View className="fall">
      <SkeletonGoods tone="plum" />
      <SkeletonGoods tone="sky" />
    </View>
    <View className="fall">
      <SkeletonGoods tone="leafy" ratio={1.18} />
      <SkeletonGoods tone="sea" />
    </View>
  </View>
)

const SkeletonGoods = ({ tone, ratio = 1 }: { readonly tone: Tone; readonly ratio?: number }) => (
  <View className="goods">
    <BonePicture tone={tone} ratio={ratio} isSquare />
    <View className="goods-in">
      <Bone width="90%" height={15} />
      <Bone width="50%" height={15} top={8} />
    </View>
  </View>
)

const TONES: readonly Tone[] = ['berry', 'leafy', 'wheat', 'sky', 'rose', 'sun']

/** Lines with a small picture: a cart, an order, a search. */
export const SkeletonLines = ({ count = 4 }: { readonly count?: number }) => (
  <Card>
    {Array.from({ length: count }, (_, nth) => (
      <View className={nth ? 'row mt4' : 'row'} key={nth}>
        <View style="width:60px">
          <BonePicture tone={TONES[nth % TONES.length] ?? 'berry'} />
        </View>
        <View className="grow">
          <Bone width="70%" height={15} />
          <Bone width="40%" height={12} top={9} />
        </View>
        <Bone width={48} height={15} />
      </View>
    ))}
  </Card>
)

/** Cards of text: an address book, a form, an order. */
export const SkeletonCards = ({ count = 3 }: { readonly count?: number }) => (
  <>
    {Array.from({ length: count }, (_, nth) => (
      <Card key={nth}>
        <Bone width="46%" height={17} />
        <Bone width="86%" height={13} top={12} />
        <Bone width="64%" height={13} top={9} />
      </Card>
    ))}
  </>
)

/** A product: its picture, its prices, its name. */
export const SkeletonProduct = () => (
  <>
    <BonePicture tone="berry" isSquare />
    <Card>
      <Bone width="100%" height={74} />
      <Bone width="74%" height={20} top={16} />
      <Bone width="92%" height={13} top={12} />
    </Card>
    <SkeletonCards count={1} />
  </>
)
