import { ScrollView, View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import { go } from '@/platform/navigate'
import { Card, CardHead } from '@/ui/card'
import { flashTag } from '@/ui/flash-tag'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'

/**
 * What neighbours buy with it, in a row that scrolls sideways. No `compileMode` around a whole card here: the template of a
 * subpackage doesn't find those of the main package (pictures, prices) and would leave holes.
 */
export const RelatedRow = ({ products }: { readonly products: readonly ProductCard[] }) => (
  <Card>
    <CardHead title={copy.related} note={copy.relatedNote} />
    <ScrollView className="related" scrollX enhanced showScrollbar={false}>
      <View className="related-row">
        {products.map(({ id, title, picture, priceFen, isFrom, flash }) => (
          <View className="related-one" key={id} {...tap(() => go.product(id), copy.open(title), { role: 'link' })}>
            <ImageBox picture={picture} isSmall />
            <View className="related-name cut">{title}</View>
            <PriceText fen={flash?.priceFen ?? priceFen} isFrom={isFrom} />
            {flash && <View className="related-deal cut">{flashTag(flash.endsAt)}</View>}
          </View>
        ))}
      </View>
    </ScrollView>
  </Card>
)
