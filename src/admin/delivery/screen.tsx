/** What delivery costs, from when it is free and where it goes. */
import { useState } from 'react'
import { Button } from 'antd'
import type { TableColumnsType } from 'antd'
import type { CallOutput } from '@/contract/index'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { ConfirmOnce } from '../parts/confirm-once'
import { Money, moneyText } from '../parts/money'
import { Page } from '../parts/page'
import { TableCard } from '../parts/table-card'
import { copy } from './copy'
import { TemplateDrawer } from './template-drawer'

export type Template = CallOutput<'staff-store', 'deliveryTemplates'>['templates'][number]

const words = copy.columns
const columns: TableColumnsType<Template> = [
  { title: words.name, width: 180, render: (_, { name }) => <b>{name}</b> },
  { title: words.kind, width: 90, render: (_, { kind }) => copy.kinds[kind] },
  {
    title: words.fee,
    width: 110,
    align: 'right',
    render: (_, { feeFen }) => (feeFen === 0 ? copy.zero : <Money amount={feeFen} />),
  },
  {
    title: words.free,
    width: 130,
    render: (_, { freeOverFen }) => (
      <span className="aside">{freeOverFen === null ? copy.never : copy.free(moneyText(freeOverFen))}</span>
    ),
  },
  { title: words.within, ellipsis: true, render: (_, { within }) => within.join('、') || copy.everywhere },
  {
    title: words.areas,
    width: 120,
    render: (_, { areas }) => <span className="aside">{copy.areas(areas.length)}</span>,
  },
]

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-store', 'deliveryTemplates', {})
  const [open, setOpen] = useState<Template | 'new'>()
  const can = useCan()
  const canWrite = can('store.write')
  const remove = useAct('staff-store', 'removeDeliveryTemplate', copy.refusals.remove, { done: copy.removed })
  const actColumn: TableColumnsType<Template>[number] = {
    width: 150,
    align: 'right',
    render: (_, template) => (
      <>
        <Button size="small" onClick={() => setOpen(template)}>
          {copy.edit}
        </Button>{' '}
        <ConfirmOnce
          title={copy.removeSure}
          note={copy.removeNote}
          act={copy.remove}
          onSure={() => remove.run({ id: template.id })}
        >
          <Button size="small">{copy.remove}</Button>
        </ConfirmOnce>
      </>
    ),
  }
  return (
    <Page
      title={copy.title}
      aside={copy.aside}
      actions={
        <TopTools>
          {canWrite && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {copy.create}
            </Button>
          )}
        </TopTools>
      }
    >
      <TableCard<Template>
        rows={data?.templates}
        columns={canWrite ? [...columns, actColumn] : columns}
        error={error}
        onRetry={() => void refetch()}
        none={{ icon: 'truck', title: copy.none, note: copy.noneNote }}
      />
      {open && <TemplateDrawer template={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}
