/** Promotions in the order in which they are tried; the staff move them up and down. */
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import type { PromotionRow } from '@/contract/staff-promotion'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { copy as parts } from '../parts/copy'
import { countText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { Money } from '../parts/money'
import { moved } from '../parts/moved'
import { opensItself } from '../parts/opening-row'
import { StateTag } from '../parts/state-cell'
import { copy, dealRefusals, dealState, scopeText } from './copy'
import { DealList, useDealFilter } from './deal-list'
import { copy as words, promotionText } from './promotion-copy'

const names = words.columns

const columns: TableColumnsType<PromotionRow> = [
  {
    title: names.name,
    ellipsis: true,
    render: (_, { promotion }) => (
      <>
        {promotion.name}
        <span className="second">
          {words.kinds[promotion.kind]} · {promotionText(promotion)}
        </span>
      </>
    ),
  },
  {
    title: names.state,
    width: 100,
    render: (_, { status, promotion }) => <StateTag {...dealState(status, promotion)} />,
  },
  { title: names.scope, width: 200, ellipsis: true, render: (_, { scopeNames }) => scopeText(scopeNames) },
  {
    title: names.days,
    width: 124,
    render: (_, { promotion: { startsAt, endsAt } }) => (
      <>
        {minuteText(startsAt)}
        <span className="second">{copy.until(minuteText(endsAt))}</span>
      </>
    ),
  },
  { title: names.orders, width: 96, align: 'right', render: (_, { orders }) => words.orders(countText(orders)) },
  {
    title: names.cost,
    width: 110,
    align: 'right',
    render: (_, { costFen }) => <Money amount={costFen} weight={500} />,
  },
]

export const Screen = () => {
  const filter = useDealFilter()
  const { data, error, refetch } = useCloud('staff-promotion', 'promotions', filter.named, { keepsPrevious: true })
  const can = useCan()
  const go = useNavigate()
  const arranging = useAct('staff-promotion', 'arrangePromotions', dealRefusals)
  // all that are not over are arranged together, whatever the page shows of them
  const ids = data?.order ?? []
  const canArrange = can('campaign.write') && filter.status === 'all' && !filter.text
  const arrange = (from: number, to: number): void => void arranging.run({ promotionIds: moved(ids, from, to) })
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
          <>
            <span className="aside">{words.orderNote}</span>
            <Link to="/campaigns/promotions/new">
              <Button type="primary">{words.create}</Button>
            </Link>
          </>
        )
      }
    >
      <Table<PromotionRow>
        size="small"
        rowKey={({ promotion }) => promotion.id}
        sticky
        pagination={false}
        dataSource={[...(data?.rows ?? [])]}
        columns={[
          {
            title: names.order,
            width: 92,
            render: (_, { promotion: { id } }) => {
              const at = ids.indexOf(id)
              return at < 0 ? null : (
                <span className="deal__order" onClick={(event) => event.stopPropagation()}>
                  <b>{at + 1}</b>
                  {canArrange && (
                    <>
                      <button
                        type="button"
                        aria-label={parts.moveUp}
                        disabled={at === 0 || arranging.isBusy}
                        onClick={() => arrange(at, at - 1)}
                      >
                        <Icon name="up" size={12} />
                      </button>
                      <button
                        type="button"
                        aria-label={parts.moveDown}
                        disabled={at === ids.length - 1 || arranging.isBusy}
                        onClick={() => arrange(at, at + 1)}
                      >
                        <Icon name="down" size={12} />
                      </button>
                    </>
                  )}
                </span>
              )
            },
          },
          ...columns,
        ]}
        onRow={({ promotion: { id } }) => opensItself(() => void go(`/campaigns/promotions/${id}`))}
      />
    </DealList>
  )
}
