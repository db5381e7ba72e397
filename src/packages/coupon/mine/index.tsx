import { copy } from '@/features/coupon/copy'
import { MineScreen } from '@/features/coupon/mine-screen'
import { useMine } from '@/features/coupon/use-mine'
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
    </Page>
  )
}
