import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { notify } from '@/ui/notice'

export const StateParts = () => (
  <>
    <EmptyState
      title="篮子还空着"
      note="16:00 前下单，今天傍晚就能取"
      action="去看今天到货"
      onTap={() => notify('去首页')}
    />
    <ErrorState
      title="网断了一下，钱是安全的"
      note="还没收到微信的付款结果，正在替你核对"
      action="再查一次"
      onTap={() => notify('正在核对')}
      facts={[
        { title: '你的 5 件商品留着', note: '到 10:12 前都不会给别人' },
        { title: '不会重复扣款', note: '同一单再点一次，也只算一次' },
        { title: '付了没成，自动退', note: '原路退回微信零钱，一般几分钟到' },
      ]}
    />
  </>
)
