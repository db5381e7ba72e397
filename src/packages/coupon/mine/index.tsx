import { copy } from '@/features/coupon/copy'
import { MineScreen } from '@/features/coupon/mine-screen'
import { useMine } from '@/features/coupon/use-mine'
import { AskRow } from '@/features/message/ask-row'
import { usePulled, useShown } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'

export default function MyCouponsPage() {
  const mine = useMine()
  useShown(() => void mine.ask())
  usePulled(mine.ask)
  return (
    <Page tone="soft">
      <NavBar title={copy.mine.title} />
      <MineScreen mine={mine} />
      {mine.tab === 'usable' && mine.list.items.length > 0 && <AskRow moment="coupon-claimed" />}
    </Page>
  )
}
