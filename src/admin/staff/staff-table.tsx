import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StaffRow } from '@/contract/staff'
import { mayGrant } from '@/domain/staff/roles'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useMe } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { roleNames } from '../frame/copy'
import { ConfirmOnce } from '../parts/confirm-once'
import { StateTag } from '../parts/state-cell'
import { copy } from './copy'

type Props = {
  staff: readonly StaffRow[]
  onEdit: (person: StaffRow) => void
  onPassword: (password: string) => void
}

const words = copy.columns

export const StaffTable = ({ staff, onEdit, onPassword }: Props) => {
  const me = useMe()
  const { data } = useCloud('staff-store', 'pickupPoints', {}, { isOff: !me.permissions.includes('store.read') })
  const pointName = (id: string): string => data?.points.find((point) => point.id === id)?.name ?? id
  const reset = useAct('staff', 'resetPassword', copy.refusals.reset, {
    onDone: ({ oneTimePassword }) => onPassword(oneTimePassword),
  })
  const columns: TableColumnsType<StaffRow> = [
    {
      title: words.who,
      render: (_, { id, name, username }) => (
        <>
          <b>{name}</b> {id === me.id && <span className="aside">{copy.me}</span>}
          <span className="second">{username}</span>
        </>
      ),
    },
    { title: words.role, width: 90, render: (_, { role }) => roleNames[role] },
    {
      title: words.scope,
      width: 150,
      ellipsis: true,
      render: (_, { pickupPointIds }) => (
        <span className="aside">{pickupPointIds ? pickupPointIds.map(pointName).join('、') : copy.everywhere}</span>
      ),
    },
    {
      title: words.seen,
      width: 110,
      render: (_, { lastSeenAt }) => (
        <span className="aside">{lastSeenAt === null ? copy.never : minuteText(lastSeenAt)}</span>
      ),
    },
    {
      title: words.state,
      width: 90,
      render: (_, { isDisabled }) => (
        <StateTag tone={isDisabled ? 'quiet' : 'done'} text={isDisabled ? copy.disabled : copy.active} />
      ),
    },
    {
      width: 160,
      align: 'right',
      render: (_, person) =>
        mayGrant(me.role, person.role) && (
          <>
            <ConfirmOnce
              title={copy.resetSure(person.name)}
              note={copy.resetNote}
              act={copy.resetAct}
              onSure={() => reset.run({ id: person.id })}
            >
              <Button size="small">{copy.reset}</Button>
            </ConfirmOnce>{' '}
            <Button size="small" onClick={() => onEdit(person)}>
              {copy.edit}
            </Button>
          </>
        ),
    },
  ]
  return (
    <Table<StaffRow>
      size="small"
      rowKey="id"
      className="is-rounded"
      columns={columns}
      dataSource={[...staff]}
      pagination={false}
    />
  )
}
