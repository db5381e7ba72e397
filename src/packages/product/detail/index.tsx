import { addToCart } from '@/features/cart/add-to-cart'
import { OfferLine } from '@/features/coupon/offer-line'
import { drawGroups } from '@/features/group/neighbours'
import { ProductNav } from '@/features/product/product-nav'
import { ProductScreen } from '@/features/product/product-screen'
import { ProductSharing } from '@/features/share/sharing'
import { Page } from '@/ui/page'

export default function ProductPage() {
  return (
    <Page isDocked>
      <ProductNav />
      <ProductScreen
        onAdd={addToCart}
        drawGroups={drawGroups}
        drawOffer={(offer) => <OfferLine offer={offer} />}
        withShare={({ id, title, cardPicture }, draw) => (
          <ProductSharing productId={id} title={title} picture={cardPicture}>
            {draw}
          </ProductSharing>
        )}
      />
    </Page>
  )
}
