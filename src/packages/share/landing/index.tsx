import { addToCart } from '@/features/cart/add-to-cart'
import { OfferLine } from '@/features/coupon/offer-line'
import { drawGroups } from '@/features/group/neighbours'
import { ProductNav } from '@/features/product/product-nav'
import { Product } from '@/features/product/product-screen'
import { LandingScreen } from '@/features/share/landing-screen'
import { ProductSharing } from '@/features/share/sharing'
import { SharerLine } from '@/features/share/sharer-line'
import { Page } from '@/ui/page'

export default function LandingPage() {
  return (
    <Page isDocked>
      <ProductNav />
      <LandingScreen
        draw={({ product, sharer, code }) => (
          <Product
            product={product}
            shareCode={code}
            above={<SharerLine sharer={sharer} />}
            onAdd={addToCart}
            drawGroups={drawGroups}
            drawOffer={(offer) => <OfferLine offer={offer} />}
            withShare={({ id, title, cardPicture }, draw) => (
              <ProductSharing productId={id} title={title} picture={cardPicture}>
                {draw}
              </ProductSharing>
            )}
          />
        )}
      />
    </Page>
  )
}
