import { useState } from 'react'
import type { PackingView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { copy, refused } from '@/features/leader/copy'
import { PackingScreen } from '@/features/leader/packing-screen'
import { packingText, type Sheet } from '@/features/leader/packing-text'
import { read } from '@/platform/call'
import { usePulled, useQuery } from '@/platform/page'
import { canPrint, printPage } from '@/platform/print'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { copyText } from '@/platform/share'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notify } from '@/ui/notice'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

const words = copy.packing

/** Slips, the list to sign, the driver's list: printed on the web, copied in WeChat. */
export default function PackingPage() {
  const saleId = useQuery()['id'] as SaleId
  const { view, trouble, isAsking, ask } = useScreen<PackingView>(() =>
    asMember(() => read('leader', 'packing', { saleId })),
  )
  const [sheet, setSheet] = useState<Sheet>('slips')
  usePulled(ask)
  const copyAll = async () => {
    if (view) notify((await copyText(packingText(view, sheet))) ? words.copied : words.failed)
  }
  return (
    <Page tone="leaf" isDocked={view !== null}>
      <NavBar title={words.title} />
      {view ? (
        <>
          <PackingScreen view={view} sheet={sheet} onSheet={setSheet} />
          <Dock>
            <Button kind={canPrint ? 'line' : 'fill'} width="grow" icon="copy" onTap={() => void copyAll()}>
              {words.copy}
            </Button>
            {canPrint && (
              <Button width="grow" icon="printer" onTap={printPage}>
                {words.print}
              </Button>
            )}
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
