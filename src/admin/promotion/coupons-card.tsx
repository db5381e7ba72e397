/** The newest coupons of a template; one that was wrong is taken back with a reason. */
import { useState } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { GrantedCoupon } from '@/contract/staff-promotion'
import type { CouponId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { Card } from '../parts/page'
import { copy as assistWords } from './assist-copy'
import { dealRefusals } from './copy'
import { copy, sourceNames } from './coupon-copy'
import { ReasonDialog } from './reason-dialog'

const words = copy.coupons
const columns: TableColumnsType<GrantedCoupon> = [
  { title: words.member, dataIndex: 'member', ellipsis: true },
  { title: words.state, width: 80, render: (_, { state }) => assistWords.couponStates[state] ?? state },
  { title: words.source, width: 84, render: (_, { source }) => sourceNames[source] },
  { title: words.claimedAt, width: 116, render: (_, { claimedAt }) => minuteText(claimedAt) },
  { title: words.expiresAt, width: 116, render: (_, { expiresAt }) => minuteText(expiresAt) },
  { title: words.order, width: 100, render: (_, { orderNumber }) => orderNumber?.slice(-8) ?? words.left },
]

type Props = { coupons: readonly GrantedCoupon[]; burn: ReactNode; actions: ReactNode }

export const CouponsCard = ({ coupons, burn, actions }: Props) => {
  const [open, setOpen] = useState<CouponId | null>(null)
  const can = useCan()
  const act = useAct('staff-promotion', 'voidCoupon', dealRefusals, { done: words.voided, onDone: () => setOpen(null) })
  return (
    <Card
      title={words.title}
      aside={words.aside}
      flush
      action={
        <>
          <span className="deal__burn">{burn}</span>
          {actions}
        </>
      }
    >
      <Table<GrantedCoupon>
        size="small"
        rowKey="id"
        pagination={coupons.length > 8 ? { pageSize: 8, size: 'small' } : false}
        dataSource={[...coupons]}
        locale={{ emptyText: words.none }}
        columns={[
          ...columns,
          {
            width: 72,
            align: 'right',
            render: (_, { id, state }) =>
              state === 'claimed' &&
              can('campaign.write') && (
                <Button size="small" onClick={() => setOpen(id)}>
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
          hint={words.voidHint}
          isBusy={act.isBusy}
          onClose={() => setOpen(null)}
          onSure={(reason) => act.run({ couponId: open, reason })}
        />
      )}
    </Card>
  )
}
