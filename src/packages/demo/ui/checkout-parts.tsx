import { View } from '@tarojs/components'
import { fen } from '@/domain/money'
import { AddressCard } from '@/ui/address-card'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { ListRow } from '@/ui/list-row'
import { Hint, notify } from '@/ui/notice'
import { PriceText } from '@/ui/price-text'
import { QuoteList, UnusedOffer, type QuoteRow } from '@/ui/quote-list'

const rows: readonly QuoteRow[] = [
  { key: '1', icon: 'box', title: '商品原价', note: '5 件', amount: '¥127.00', kind: 'base' },
  { key: '2', icon: 'person', title: '会员价', note: '草莓 ¥36.80 → ¥34.90，2 盒', amount: '−¥3.80', kind: 'saved' },
  { key: '3', icon: 'coupon', title: '第二件半价', note: '鲜牛乳第 2 盒半价', amount: '−¥8.40', kind: 'saved' },
  { key: '4', icon: 'store', title: '满 ¥99 减 ¥10', note: '前两项后 ¥114.80，够了', amount: '−¥10.00', kind: 'saved' },
  { key: '5', icon: 'star', title: '280 积分', note: '100 积分抵 ¥1', amount: '−¥2.80', kind: 'saved' },
  { key: '6', icon: 'truck', title: '自取', amount: '免运费', kind: 'base' },
]

export const CheckoutParts = () => (
  <>
    <AddressCard
      title="3 号楼架空层 · 小满家"
      note="今天 17:30–20:30 自取 · 走 4 分钟"
      action="更换"
      onTap={() => notify('换一个')}
    />
    <Card>
      <Hint icon="check" isStrong>
        已选最省的搭配，比原价省 ¥33.00
      </Hint>
      <View className="mt2">
        <QuoteList rows={rows} />
      </View>
      <UnusedOffer
        title="全场券 满 ¥108 减 ¥12"
        missing="没用上 · 还差 ¥3.20"
        why="满减后是 ¥104.80。加一份西兰花 ¥6.90 能用，但要付 ¥96.90，比现在多 ¥2.90。"
      />
    </Card>
    <Card look="flat">
      <ListRow title="备注" note="可颂请切开，谢谢" onTap={() => notify('写备注')} />
    </Card>
    <Dock>
      <View className="grow">
        <View className="row base">
          <View className="n2">应付</View>
          <PriceText fen={fen(9400)} isTotal size={30} />
        </View>
        <View className="n1 leafy">已省 ¥33.00，每一分都写明</View>
      </View>
      <Button onTap={() => notify('去付款')}>微信支付</Button>
    </Dock>
  </>
)
