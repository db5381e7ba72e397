/** All assist campaigns, and the switch that stops them at once. */
import { useState } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import type { AssistRow } from '@/contract/staff-promotion'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { countText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { opensItself } from '../parts/opening-row'
import { StateTag } from '../parts/state-cell'
import { copy as words } from './assist-copy'
import { BurnBar } from './burn-bar'
import { copy, dealState, offerText, thresholdText } from './copy'
import { DealList, useDealFilter } from './deal-list'
import { ReasonDialog } from './reason-dialog'

const names = words.columns
const stepOf = (row: AssistRow, step: AssistRow['funnel'][number]['step']): string =>
  countText(row.funnel.find((each) => each.step === step)?.people ?? 0)

const columns: TableColumnsType<AssistRow> = [
  { title: names.name, ellipsis: true, render: (_, { draft }) => draft.name },
  { title: names.state, width: 100, render: (_, row) => <StateTag {...dealState(row.status, row)} /> },
  {
    title: names.reward,
    width: 150,
    render: (_, { draft: { reward } }) =>
      reward.kind === 'fixed' && (
        <>
          {offerText(reward.offer)}
          <span className="second">{thresholdText(reward.thresholdFen)}</span>
        </>
      ),
  },
  { title: names.helpers, width: 92, render: (_, { draft }) => words.helpers(draft.helpers) },
  {
    title: names.days,
    width: 124,
    render: (_, { startsAt, endsAt }) => (
      <>
        {minuteText(startsAt)}
        <span className="second">{copy.until(minuteText(endsAt))}</span>
      </>
    ),
  },
  {
    title: names.funnel,
    width: 170,
    render: (_, row) => [stepOf(row, 'started'), stepOf(row, 'unlocked'), stepOf(row, 'used')].join(' → '),
  },
  {
    title: names.budget,
    width: 128,
    render: (_, { unlocked, draft }) => <BurnBar issued={unlocked} budget={draft.budget} />,
  },
]

export const Screen = () => {
  const filter = useDealFilter()
  const { data, error, refetch } = useCloud('staff-promotion', 'assists', filter.input, {
    keepsPrevious: true,
    every: 60_000,
  })
  const [isAsking, setAsking] = useState(false)
  const can = useCan()
  const go = useNavigate()
  const isOff = data?.isOff ?? false
  const flip = useAct('staff-promotion', 'switchAssists', {}, { onDone: () => setAsking(false) })
  const canWrite = can('campaign.write')
  return (
    <>
      <DealList
        title={words.title}
        none={{ title: words.none, note: words.noneNote }}
        filter={filter}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        notice={
          isOff && (
            <p className="deal__stopped" role="status">
              <Icon name="warn" size={14} />
              {words.stopped}
              {canWrite && (
                <Button size="small" onClick={() => setAsking(true)}>
                  {words.letGo}
                </Button>
              )}
            </p>
          )
        }
        actions={
          canWrite && (
            <>
              {!isOff && data && (
                <Button danger onClick={() => setAsking(true)}>
                  {words.stop}
                </Button>
              )}
              <Link to="/campaigns/assist/new">
                <Button type="primary">{words.create}</Button>
              </Link>
            </>
          )
        }
      >
        <Table<AssistRow>
          size="small"
          rowKey="id"
          sticky
          pagination={false}
          dataSource={[...(data?.rows ?? [])]}
          columns={columns}
          onRow={({ id }) => opensItself(() => void go(`/campaigns/assist/${id}`))}
        />
      </DealList>
      {isAsking && (
        <ReasonDialog
          title={isOff ? words.letGoTitle : words.stopTitle}
          note={isOff ? words.letGoNote : words.stopNote}
          act={isOff ? words.letGo : words.stop}
          hint={words.reasonHint}
          isDanger={!isOff}
          isBusy={flip.isBusy}
          onClose={() => setAsking(false)}
          onSure={(reason) => flip.run({ isOff: !isOff, reason })}
        />
      )}
    </>
  )
}
