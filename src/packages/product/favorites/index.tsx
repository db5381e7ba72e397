import { addToCart } from '@/features/cart/add-to-cart'
import { copy } from '@/features/favorites/copy'
import { FavoritesScreen } from '@/features/favorites/favorites-screen'
import { shelfWith } from '@/features/product/shelf-card'
import { go } from '@/platform/navigate'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

const drawLine = shelfWith(addToCart, 'line')

export default function FavoritesPage() {
  return (
    <Page tone="soft">
      <NavBar title={copy.title} />
      <FavoritesScreen drawLine={drawLine} onShop={go.home} />
    </Page>
  )
}
