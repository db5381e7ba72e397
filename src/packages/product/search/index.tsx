import { addToCart } from '@/features/cart/add-to-cart'
import { shelfWith } from '@/features/product/shelf-card'
import { SearchScreen } from '@/features/search/search-screen'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

const drawLine = shelfWith(addToCart, 'line')

export default function SearchPage() {
  return (
    <Page tone="soft">
      <NavBar title="搜索" />
      <SearchScreen drawLine={drawLine} />
    </Page>
  )
}
