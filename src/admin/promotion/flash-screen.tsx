/** Flash slots; one opens over the list with its goods. */
import { useState } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { FlashSlotRow } from '@/contract/staff-promotion'
import { minuteText } from '@/domain/time'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { opensItself } from '../parts/opening-row'
import { PictureStack } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { copy } from './copy'
import { DealList, useDealFilter } from './deal-list'
import { FlashDrawer } from './flash-drawer'
import { flash as words } from './promotion-copy'
import { ShareBar } from '../group-buy/share-bar'

const names = words.columns
const stateOf = ({ status, phase }: FlashSlotRow) =>
  status === 'draft'
    ? ({ tone: 'todo', text: copy.tabs.draft } as const)
    : ({ tone: phase === 'running' ? 'doing' : 'quiet', text: words.phases[phase] } as const)
const sum = (row: FlashSlotRow, field: 'taken' | 'stockShare'): number =>
  row.items.reduce((all, item) => all + item[field], 0)

const columns: TableColumnsType<FlashSlotRow> = [
  { title: names.name, ellipsis: true, render: (_, { name }) => name },
  { title: names.state, width: 110, render: (_, row) => <StateTag {...stateOf(row)} /> },
  {
    title: names.days,
    width: 160,
    render: (_, { startsAt, endsAt }) => (
      <>
        {minuteText(startsAt)}
        <span className="second">{copy.until(minuteText(endsAt))}</span>
      </>
    ),
  },
  {
    title: names.items,
    width: 260,
    render: (_, { items }) => (
      <span className="group-buy__goods">
        <PictureStack pictures={items.map(({ picture }) => picture)} />
        {words.items(items.length)}
      </span>
    ),
  },
  {
    title: names.share,
    width: 160,
    render: (_, row) => <ShareBar taken={sum(row, 'taken')} share={sum(row, 'stockShare')} />,
  },
]

export const Screen = () => {
  const filter = useDealFilter()
  const { data, error, refetch } = useCloud('staff-promotion', 'slots', filter.input, { keepsPrevious: true })
  const [open, setOpen] = useState<FlashSlotRow | 'new' | null>(null)
  const can = useCan()
  return (
    <>
      <DealList
        title={words.title}
        none={{ title: words.none, note: words.noneNote }}
        filter={filter}
        data={data}
        error={error}
        onRetry={() => void refetch()}
        without="paused"
        live={words.published}
        actions={
          can('campaign.write') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {words.create}
            </Button>
          )
        }
      >
        <Table<FlashSlotRow>
          size="small"
          rowKey="id"
          sticky
          pagination={false}
          dataSource={[...(data?.rows ?? [])]}
          columns={columns}
          onRow={(row) => opensItself(() => setOpen(row))}
        />
      </DealList>
      {open && <FlashDrawer row={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
