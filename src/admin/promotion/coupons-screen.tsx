/** All coupon templates with what is out, used and spent of each. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import type { TemplateRow } from '@/contract/staff-promotion'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { countText, percentText } from '../parts/count-text'
import { Money } from '../parts/money'
import { opensItself } from '../parts/opening-row'
import { StateTag } from '../parts/state-cell'
import { BurnBar } from './burn-bar'
import { copy as words } from './coupon-copy'
import { dealState, offerText, scopeText, thresholdText } from './copy'
import { DealList, useDealFilter } from './deal-list'

const names = words.columns
const columns: TableColumnsType<TemplateRow> = [
  {
    title: names.name,
    ellipsis: true,
    render: (_, { template }) => (
      <>
        {template.name}
        <span className="second">
          {offerText(template.offer)} · {thresholdText(template.thresholdFen)}
        </span>
      </>
    ),
  },
  { title: names.state, width: 100, render: (_, { template }) => <StateTag {...dealState(template.status)} /> },
  { title: names.scope, width: 200, ellipsis: true, render: (_, { scopeNames }) => scopeText(scopeNames) },
  {
    title: names.ways,
    width: 140,
    render: (_, { template }) => (template.isClaimable ? words.ways.centre : words.ways.hidden),
  },
  { title: names.burn, width: 140, render: (_, { burn }) => <BurnBar {...burn} /> },
  {
    title: names.used,
    width: 110,
    align: 'right',
    render: (_, { burn: { used, issued } }) => (
      <>
        {countText(used)}
        {issued > 0 && <span className="second">{words.usedRate(percentText(used / issued))}</span>}
      </>
    ),
  },
  {
    title: names.cost,
    width: 110,
    align: 'right',
    render: (_, { burn }) => <Money amount={burn.costFen} weight={500} />,
  },
]

export const Screen = () => {
  const filter = useDealFilter()
  const { data, error, refetch } = useCloud('staff-promotion', 'templates', filter.named, { keepsPrevious: true })
  const can = useCan()
  const go = useNavigate()
  return (
    <DealList
      title={words.title}
      none={{ title: words.none, note: words.noneNote }}
      filter={filter}
      data={data}
      isNamed
      error={error}
      onRetry={() => void refetch()}
      actions={
        can('campaign.write') && (
          <Link to="/campaigns/coupons/new">
            <Button type="primary">{words.create}</Button>
          </Link>
        )
      }
    >
      <Table<TemplateRow>
        size="small"
        rowKey={({ template }) => template.id}
        sticky
        pagination={false}
        dataSource={[...(data?.rows ?? [])]}
        columns={columns}
        onRow={({ template: { id } }) => opensItself(() => void go(`/campaigns/coupons/${id}`))}
      />
    </DealList>
  )
}
