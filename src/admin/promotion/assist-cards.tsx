/** The cards of a campaign, the riskiest first; one that was got by fraud is taken back with a reason. */
import { useState } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { AssistCardRow } from '@/contract/staff-promotion'
import type { AssistCardId } from '@/domain/ids'
import { isRisky } from '@/domain/assist/campaign'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { Card } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { cardStates, copy } from './assist-copy'
import { dealRefusals } from './copy'
import { ReasonDialog } from './reason-dialog'

const words = copy.cards
const tones = { collecting: 'doing', unlocked: 'done', expired: 'quiet', voided: 'late' } as const

const columns: TableColumnsType<AssistCardRow> = [
  { title: words.owner, dataIndex: 'owner', ellipsis: true },
  {
    title: words.state,
    width: 180,
    render: (_, { state, voidReason }) => (
      <>
        <StateTag tone={tones[state]} text={cardStates[state]} />
        {voidReason && <span className="second">{voidReason}</span>}
      </>
    ),
  },
  { title: words.helped, width: 70, render: (_, { helped, helpers }) => `${helped} / ${helpers}` },
  { title: words.startedAt, width: 120, render: (_, { startedAt }) => minuteText(startedAt) },
  {
    title: words.coupon,
    width: 80,
    render: (_, { couponState }) => (couponState ? (copy.couponStates[couponState] ?? couponState) : words.noRank),
  },
  {
    title: words.risk,
    width: 80,
    render: (_, { riskRank }) =>
      riskRank === null ? (
        <span className="second">{words.noRank}</span>
      ) : (
        <StateTag tone={isRisky(riskRank) ? 'late' : 'quiet'} text={words.rank(riskRank)} />
      ),
  },
]

const canVoid = ({ state, couponState }: AssistCardRow): boolean =>
  state === 'collecting' || (state === 'unlocked' && couponState === 'claimed')

export const AssistCards = ({ cards }: { cards: readonly AssistCardRow[] }) => {
  const [open, setOpen] = useState<AssistCardId | null>(null)
  const can = useCan()
  const act = useAct('staff-promotion', 'voidAssist', dealRefusals, { done: words.voided, onDone: () => setOpen(null) })
  return (
    <Card title={words.title} aside={words.aside} flush>
      <Table<AssistCardRow>
        size="small"
        rowKey="id"
        pagination={cards.length > 20 ? { pageSize: 20, size: 'small' } : false}
        dataSource={[...cards]}
        locale={{ emptyText: words.none }}
        columns={[
          ...columns,
          {
            width: 72,
            align: 'right',
            render: (_, card) =>
              canVoid(card) &&
              can('campaign.write') && (
                <Button size="small" onClick={() => setOpen(card.id)}>
                  {words.void}
                </Button>
              ),
          },
        ]}
      />
      {open && (
        <ReasonDialog
          title={words.voidTitle}
          note={words.voidNote}
          act={words.void}
          hint={words.voidReasonHint}
          isBusy={act.isBusy}
          onClose={() => setOpen(null)}
          onSure={(reason) => act.run({ cardId: open, reason })}
        />
      )}
    </Card>
  )
}
