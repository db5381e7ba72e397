import { addToCart } from '@/features/cart/add-to-cart'
import { ProductScreen } from '@/features/product/product-screen'
import { ShareKey } from '@/features/share/share-key'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function ProductPage() {
  return (
    <Page isDocked>
      <NavBar isOver />
      <ProductScreen
        onAdd={addToCart}
        drawShare={(product) => <ShareKey productId={product.id} title={product.title} picture={product.cardPicture} />}
      />
    </Page>
  )
}
