import { ScrollView, View } from '@tarojs/components'
import type { HomeBlock } from '@/contract/feed'
import type { ProductCard } from '@/contract/views'
import { go } from '@/platform/navigate'
import { useSettled } from '@/platform/settled'
import { Card, CardHead } from '@/ui/card'
import { flashTag } from '@/ui/flash-tag'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { BannerStrip, type Banner } from './banner-strip'
import { copy } from './copy'
import { wayTo } from './follow-target'

/** Blocks in the order staff gave them; banners next to each other become one strip. */
export const grouped = (blocks: readonly HomeBlock[]): readonly (Exclude<HomeBlock, Banner> | readonly Banner[])[] => {
  const groups: (Exclude<HomeBlock, Banner> | Banner[])[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind !== 'banner') groups.push(block)
    else if (Array.isArray(last)) last.push(block)
    else groups.push([block])
  }
  return groups
}

export const Blocks = ({ blocks }: { readonly blocks: readonly HomeBlock[] }) => (
  <>
    {grouped(blocks).map((group) => {
      if (isStrip(group)) return <BannerStrip key={group[0]?.id} banners={group} />
      return group.kind === 'shortcuts' ? (
        <Shortcuts key={group.id} items={group.items} />
      ) : (
        <Row key={group.id} block={group} />
      )
    })}
  </>
)

const isStrip = (group: HomeBlock | readonly Banner[]): group is readonly Banner[] => Array.isArray(group)

type ShortcutItems = Extract<HomeBlock, { kind: 'shortcuts' }>['items']

const Shortcuts = ({ items }: { readonly items: ShortcutItems }) => (
  <View className="aisles">
    {items.map(({ title, picture, target }) => {
      const follow = wayTo(target)
      return (
        <View className="aisle" key={title} {...(follow ? tap(follow, title, { role: 'link' }) : {})}>
          <View className="aisle-picture">
            <ImageBox picture={picture} isSmall isEager />
          </View>
          <View className="cut">{title}</View>
        </View>
      )
    })}
  </View>
)

/** The fourth one looks in from the side. */
const IN_SIGHT = 4
type RowBlock = Extract<HomeBlock, { kind: 'product-row' }>

const Row = ({ block: { title, subtitle, products, target } }: { readonly block: RowBlock }) => {
  const follow = wayTo(target)
  const shown = useSettled(true) ? products : products.slice(0, IN_SIGHT)
  return (
    <Card className="goods-row">
      <CardHead
        title={title}
        {...(subtitle ? { note: subtitle } : {})}
        {...(follow ? { more: copy.more, onMore: follow } : {})}
      />
      <ScrollView className="row-strip" scrollX enhanced showScrollbar={false}>
        <View className="row-things">
          {shown.map((goods) => (
            <Thing key={goods.id} goods={goods} />
          ))}
        </View>
      </ScrollView>
    </Card>
  )
}

const Thing = ({ goods: { id, title, picture, priceFen, isFrom, flash } }: { readonly goods: ProductCard }) => (
  <View className="row-thing" {...tap(() => go.product(id), copy.open(title), { role: 'link' })}>
    <ImageBox picture={picture} ratio={0.86} isSmall isEager />
    <View className="row-name cut">{title}</View>
    <PriceText fen={flash?.priceFen ?? priceFen} isFrom={isFrom} size={17} />
    {flash && <View className="row-deal cut">{flashTag(flash.endsAt)}</View>}
  </View>
)
