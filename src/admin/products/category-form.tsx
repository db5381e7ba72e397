import { useState } from 'react'
import { Form, Input, Select, Switch } from 'antd'
import type { StaffCategory } from '@/contract/staff-catalog'
import type { Picture } from '@/contract/views'
import type { CategoryId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import { PictureField } from '../parts/picture-uploader'
import { categoryCopy as copy } from './copy'

export type CategoryDraft = {
  id?: CategoryId
  name: string
  parentId: CategoryId | null
  picture: Picture | null
  isHidden: boolean
}

type Fields = { name: string; parentId: CategoryId | ''; isHidden: boolean }
type Props = { draft: CategoryDraft; tops: readonly StaffCategory[]; onClose: () => void }

export const CategoryForm = ({ draft, tops, onClose }: Props) => {
  const { id, name, parentId, isHidden } = draft
  const [picture, setPicture] = useState(draft.picture)
  const save = useAct('staff-catalog', 'saveCategory', copy.refusals, { done: copy.saved, onDone: onClose })
  return (
    <FormDialog<Fields>
      title={id ? copy.edit : parentId ? copy.createChild : copy.create}
      initial={{ name, parentId: parentId ?? '', isHidden }}
      act={copy.save}
      width={400}
      isBusy={save.isBusy}
      onClose={onClose}
      onSubmit={(fields) =>
        save.run({
          ...(id ? { id } : {}),
          ...fields,
          parentId: fields.parentId || null,
          picture: picture && { ...picture, tone: [...picture.tone] },
        })
      }
    >
      <Form.Item name="name" label={copy.name} rules={[{ required: true, whitespace: true, message: copy.wanted }]}>
        <Input maxLength={10} autoFocus />
      </Form.Item>
      <Form.Item name="parentId" label={copy.parent}>
        <Select
          options={[{ value: '', label: copy.top }, ...tops.map((top) => ({ value: top.id, label: top.name }))]}
        />
      </Form.Item>
      <Form.Item label={copy.picture}>
        <PictureField picture={picture} onChange={setPicture} />
      </Form.Item>
      <Form.Item name="isHidden" label={copy.hidden} valuePropName="checked">
        <Switch size="small" />
      </Form.Item>
    </FormDialog>
  )
}
