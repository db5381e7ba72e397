import { ScrollView, View } from '@tarojs/components'
import type { ProductCard } from '@/contract/views'
import { go } from '@/platform/navigate'
import { Card, CardHead } from '@/ui/card'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { copy } from './copy'

/** What neighbours buy with it, in a row that scrolls sideways. */
export const RelatedRow = ({ products }: { readonly products: readonly ProductCard[] }) => (
  <Card>
    <CardHead title={copy.related} note={copy.relatedNote} />
    <ScrollView className="related" scrollX enhanced showScrollbar={false}>
      <View className="related-row">
        {products.map(({ id, title, picture, priceFen, isFrom }) => (
          <View
            compileMode
            className="related-one"
            key={id}
            role="link"
            aria-role="link"
            tabIndex="0"
            aria-label={copy.open(title)}
            onClick={() => go.product(id)}
          >
            <ImageBox picture={picture} isSmall />
            <View className="related-name cut">{title}</View>
            <PriceText fen={priceFen} isFrom={isFrom} />
          </View>
        ))}
      </View>
    </ScrollView>
  </Card>
)
