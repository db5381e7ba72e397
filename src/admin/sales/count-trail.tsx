/** Who counted what came, and when: one press beside the matrix. */
import { Button, Popover } from 'antd'
import type { SaleCount, StaffSaleView } from '@/contract/staff-sale'
import { minuteText } from '@/domain/time'
import { copy } from './sale-copy'

export const CountTrail = ({ sale }: { sale: StaffSaleView }) =>
  sale.counts.length === 0 ? null : (
    <Popover trigger="click" placement="bottomRight" title={copy.countTrail} content={<Entries sale={sale} />}>
      <Button size="small">{copy.countTrail}</Button>
    </Popover>
  )

const Entries = ({ sale: { counts, rollUp } }: { sale: StaffSaleView }) => {
  const labels = new Map(rollUp.rows.map(({ skuId, label }) => [skuId, label]))
  const words = ({ lines }: SaleCount): string =>
    lines.map(({ skuId, before, after }) => copy.countChange(labels.get(skuId) ?? skuId, before, after)).join('、')
  return (
    <ul className="count-trail">
      {counts.map((count) => (
        <li key={`${count.at}${count.lines[0]?.skuId}`}>
          <span className="count-trail__head">
            <b>{copy.countedBy(count.by.name, count.by.isLeader)}</b>
            <time className="aside">{minuteText(count.at)}</time>
          </span>
          {words(count)}
        </li>
      ))}
    </ul>
  )
}
