import { ChatRow } from '@/features/chat-tool/chat-row'
import { BenchHead, BenchScreen } from '@/features/leader/bench-screen'
import { copy, refused } from '@/features/leader/copy'
import { MoreCard, OthersCard, ScanWords } from '@/features/leader/more-card'
import { NextStep } from '@/features/leader/next-step'
import { useBench } from '@/features/leader/use-bench'
import { AskRow } from '@/features/message/ask-row'
import { SyncBadge } from '@/features/hand-over/sync-badge'
import { salesWithBags, useKits } from '@/features/hand-over/use-kits'
import { go } from '@/platform/navigate'
import { usePulled, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Dock, DockMini } from '@/ui/dock'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards, SkeletonLines } from '@/ui/skeleton'
import { HandOn } from './hand-on'

/** The leader's evening. With no network it shows what was seen last, and the way to hand over stays. */
export default function BenchPage() {
  const bench = useBench()
  const { view, board, trouble, isAsking, ask, busy, seenAt } = bench
  useShown(() => void ask())
  usePulled(ask)
  useKits(view)
  const badge = <SyncBadge seenAt={seenAt} />
  const isStranger = trouble?.refusal?.code === 'leader.not-approved'
  return (
    <Page tone="leaf" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {isStranger ? (
        <EmptyState {...copy.notYet} onTap={go.applyAsLeader} />
      ) : view && board ? (
        <BenchScreen
          view={view}
          board={board}
          busy={busy}
          badge={badge}
          next={<NextStep board={board} busy={busy} onMove={bench.move} />}
          onNudge={bench.nudge}
          onUnpaid={(saleId) => go.saleOrders(saleId, 'unpaid')}
          onGoods={go.saleGoods}
          onPrint={go.packing}
          onBooks={go.earnings}
          onLeftover={go.handOver}
        >
          {board.state === 'open' && <AskRow moment="leading" />}
          {board.state === 'open' && (
            <HandOn key={board.id} board={board}>
              {process.env.CHAT_TOOL === 'on' && <ChatRow saleId={board.id} />}
            </HandOn>
          )}
          <OthersCard view={view} board={board} onPick={bench.pick} />
          <MoreCard
            board={board}
            busy={busy}
            onPage={go.sale}
            onEdit={(saleId) => go.editSale({ from: 'self', saleId })}
            onDrafts={go.neighbourDrafts}
            onAgain={(saleId) => go.editSale({ from: 'sale', saleId })}
            onFresh={() => go.editSale({ from: 'nothing' })}
            onAll={go.mySales}
            onMove={bench.move}
          />
        </BenchScreen>
      ) : view ? (
        <>
          <BenchHead view={view} board={null} badge={badge} />
          <EmptyState {...copy.none} onTap={() => go.editSale({ from: 'nothing' })} />
        </>
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <>
          <SkeletonCards count={2} />
          <SkeletonLines />
        </>
      )}
      {!isStranger && (
        <Dock>
          {board && <DockMini icon="list" text={copy.dock.list} onTap={() => go.saleOrders(board.id)} />}
          <DockMini icon="card" text={copy.dock.books} onTap={go.earnings} />
          <Button width="grow" icon="scan" onTap={() => go.handOver((view && salesWithBags(view)[0]) ?? board?.id)}>
            <ScanWords />
          </Button>
        </Dock>
      )}
    </Page>
  )
}
