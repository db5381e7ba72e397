import { addToCart, tellCartCount } from '@/features/cart/add-to-cart'
import { HomeScreen } from '@/features/home/home-screen'
import { shelfHeight, shelfWith } from '@/features/product/shelf-card'
import { Page } from '@/ui/page'

const drawCard = shelfWith(addToCart)

export default function HomePage() {
  return (
    <Page tone="warm">
      <HomeScreen drawCard={drawCard} heightOf={shelfHeight} onCartCount={tellCartCount} />
    </Page>
  )
}
