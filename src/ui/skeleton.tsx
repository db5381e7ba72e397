import { View } from '@tarojs/components'
import { Bone, BonePicture, type Tone } from './bone'
import { Card } from './card'
import './product-card.scss'
import './waterfall.scss'

/**
 * The shape of a waterfall that is on its way. Plain elements, because `compileMode` turns only those into a template:
 * the first thing a shopper sees should weigh next to nothing.
 */
export const SkeletonFeed = () => (
  <View compileMode className="falls">
    <View className="fall">
      <View className="goods">
        <View className="bone-pic bone-plum bone-square" style="padding-top:100%" />
        <View className="goods-in">
          <View className="bone" style="width:90%;height:15px" />
          <View className="bone mt2" style="width:50%;height:15px" />
        </View>
      </View>
      <View className="goods">
        <View className="bone-pic bone-sky bone-square" style="padding-top:100%" />
      </View>
    </View>
    <View className="fall">
      <View className="goods">
        <View className="bone-pic bone-leafy bone-square" style="padding-top:118%" />
        <View className="goods-in">
          <View className="bone" style="width:90%;height:15px" />
          <View className="bone mt2" style="width:64%;height:15px" />
        </View>
      </View>
      <View className="goods">
        <View className="bone-pic bone-sea bone-square" style="padding-top:100%" />
      </View>
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
  <View compileMode>
    <View className="bone-pic bone-berry bone-square" style="padding-top:100%" />
    <View className="card">
      <View className="bone" style="width:100%;height:74px" />
      <View className="bone mt4" style="width:74%;height:20px" />
      <View className="bone mt3" style="width:92%;height:13px" />
    </View>
    <View className="card">
      <View className="bone" style="width:46%;height:17px" />
      <View className="bone mt3" style="width:86%;height:13px" />
      <View className="bone mt2" style="width:64%;height:13px" />
    </View>
  </View>
)
