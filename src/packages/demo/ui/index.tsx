/** Every component of `src/ui` with made-up content, for the eye and for the tests in a browser. Not part of the mini program. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { PhoneContext, usePhone } from '@/ui/phone'
import { Segment } from '@/ui/segment'
import { CheckoutParts } from './checkout-parts'
import { HomeParts } from './home-parts'
import { MeParts } from './me-parts'
import { OrderParts } from './order-parts'
import { ProductParts } from './product-parts'
import { SmallParts } from './small-parts'
import { StateParts } from './state-parts'

const shelves = {
  small: { text: '小零件', draw: SmallParts, tone: 'paper' },
  home: { text: '首页', draw: HomeParts, tone: 'warm' },
  product: { text: '商品', draw: ProductParts, tone: 'paper' },
  checkout: { text: '结算', draw: CheckoutParts, tone: 'soft' },
  order: { text: '订单', draw: OrderParts, tone: 'warm' },
  me: { text: '我的', draw: MeParts, tone: 'warm' },
  state: { text: '空与错', draw: StateParts, tone: 'warm' },
} as const
type Shelf = keyof typeof shelves
const names = Object.keys(shelves) as Shelf[]

export default function UiDemo() {
  const [on, setOn] = useState<Shelf>(() => names.find((name) => location.hash.endsWith(`on=${name}`)) ?? 'small')
  const [isLargeText, setIsLargeText] = useState(location.hash.includes('large'))
  const phone = usePhone()
  const { draw: Parts, tone } = shelves[on]
  return (
    <PhoneContext.Provider value={{ ...phone, isLargeText }}>
      <Page tone={tone} isDocked>
        <NavBar title="界面零件" onBack={() => setIsLargeText(!isLargeText)} />
        <Segment tabs={names.map((key) => ({ key, text: shelves[key].text }))} on={on} onChange={setOn} />
        <View key={on}>
          <Parts />
        </View>
      </Page>
    </PhoneContext.Provider>
  )
}
