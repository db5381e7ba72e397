import { Form, Input, Select, Switch } from 'antd'
import type { StaffRow } from '@/contract/staff'
import type { PickupPointId } from '@/domain/ids'
import { mayGrant, roles } from '@/domain/staff/roles'
import type { Role } from '@/domain/staff/roles'
import { useAct } from '../cloud/use-act'
import { useMe } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { roleNames } from '../frame/copy'
import { FormDialog } from '../parts/form-dialog'
import { copy } from './copy'

type Draft = { name: string; username: string; role: Role; pickupPointIds: PickupPointId[]; isDisabled: boolean }
type Props = { person: StaffRow | null; onClose: () => void; onPassword: (password: string) => void }

const words = copy.form
const wanted = [{ required: true, whitespace: true, message: words.wanted }]

export const StaffForm = ({ person, onClose, onPassword }: Props) => {
  const me = useMe()
  const { data } = useCloud('staff-store', 'pickupPoints', {}, { isOff: !me.permissions.includes('store.read') })
  const granted = roles.filter((role) => mayGrant(me.role, role)).map((value) => ({ value, label: roleNames[value] }))
  const save = useAct('staff', 'save', copy.refusals.save, {
    done: words.done,
    onDone: ({ oneTimePassword }) => {
      onClose()
      if (oneTimePassword) onPassword(oneTimePassword)
    },
  })
  return (
    <FormDialog<Draft>
      title={person ? words.title : words.newTitle}
      initial={{
        name: person?.name,
        username: person?.username,
        role: person?.role ?? 'clerk',
        pickupPointIds: [...(person?.pickupPointIds ?? [])],
        isDisabled: person?.isDisabled ?? false,
      }}
      act={words.act}
      width={420}
      isBusy={save.isBusy}
      onClose={onClose}
      onSubmit={({ pickupPointIds, ...draft }) =>
        save.run({
          ...(person ? { id: person.id } : {}),
          ...draft,
          pickupPointIds: pickupPointIds.length > 0 ? pickupPointIds : null,
        })
      }
    >
      <div className="form-row">
        <Form.Item name="name" label={words.name} rules={wanted}>
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item
          name="username"
          label={words.username}
          rules={[{ required: true, pattern: /^[a-z0-9._-]{3,32}$/, message: words.usernameRule }]}
        >
          <Input maxLength={32} autoComplete="off" spellCheck={false} />
        </Form.Item>
      </div>
      <Form.Item name="role" label={words.role}>
        <Select options={granted} />
      </Form.Item>
      <Form.Item name="pickupPointIds" label={words.points}>
        <Select
          mode="multiple"
          placeholder={words.pointsHint}
          options={(data?.points ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
        />
      </Form.Item>
      {person && (
        <Form.Item name="isDisabled" label={words.disabled} valuePropName="checked" extra={words.disabledNote}>
          <Switch size="small" disabled={person.id === me.id} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
