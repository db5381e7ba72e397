import { addToCart } from '@/features/cart/add-to-cart'
import { CategoryScreen } from '@/features/category/category-screen'
import { shelfWith } from '@/features/product/shelf-card'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

const drawLine = shelfWith(addToCart, 'line')

export default function CategoryPage() {
  return (
    <Page tone="soft">
      <NavBar title="分类" isTab />
      <CategoryScreen drawLine={drawLine} />
    </Page>
  )
}
