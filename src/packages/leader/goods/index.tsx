import { useState } from 'react'
import type { SaleId, SkuId } from '@/domain/ids'
import { copy, refused } from '@/features/leader/copy'
import { GoodsScreen } from '@/features/leader/goods-screen'
import { usePulled, useQuery } from '@/platform/page'
import { useSaleGoods } from '@/features/leader/use-goods'
import { go } from '@/platform/navigate'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'
import { Shortage } from './shortage'

/** What to bring, what came, and who goes short. */
export default function SaleGoodsPage() {
  const { id, sku } = useQuery()
  const saleId = id as SaleId
  const page = useSaleGoods(saleId)
  const { view, trouble, isAsking, ask } = page
  const [short, setShort] = useState<SkuId | null>((sku as SkuId | undefined) ?? null)
  usePulled(ask)
  return (
    <Page tone="leaf" isDocked={view !== null}>
      <NavBar title={copy.roll.title} />
      {view ? (
        <>
          <GoodsScreen view={view} isSaving={page.isSaving} onReceive={page.receive} onShort={setShort} />
          {short && (
            <Shortage
              saleId={saleId}
              skuId={short}
              pickupPoints={view.pickupPoints}
              onClose={() => setShort(null)}
              onDone={() => void ask()}
            />
          )}
          <Dock>
            <Button kind="line" width="grow" icon="printer" onTap={() => go.packing(saleId)}>
              {copy.goods.print}
            </Button>
          </Dock>
        </>
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonLines count={6} />
      )}
    </Page>
  )
}
