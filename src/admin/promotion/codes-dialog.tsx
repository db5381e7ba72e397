/** Exchange codes, made and taken home as a table. */
import { useState } from 'react'
import { Form, InputNumber } from 'antd'
import type { TemplateRow } from '@/contract/staff-promotion'
import { useAct } from '../cloud/use-act'
import { csvText, downloadCsv } from '../parts/csv'
import { FormDialog } from '../parts/form-dialog'
import { codeRefusals, copy } from './coupon-copy'
import { newRequestId } from './request-id'

const words = copy.codes

export const CodesDialog = ({ row, onClose }: { row: TemplateRow; onClose: () => void }) => {
  const [requestId] = useState(newRequestId)
  const { id, name } = row.template
  const act = useAct('staff-promotion', 'makeCodes', codeRefusals, {
    done: ({ codes }) => words.done(codes.length),
    onDone: ({ codes }) => {
      downloadCsv(words.file(name), csvText([words.head, ...codes.map((code) => [code, name] as const)]))
      onClose()
    },
  })
  return (
    <FormDialog<{ count: number }>
      title={words.title}
      note={words.note}
      act={words.act}
      initial={{ count: 50 }}
      isBusy={act.isBusy}
      onClose={onClose}
      onSubmit={({ count }) => act.run({ templateId: id, count, requestId })}
    >
      <Form.Item name="count" label={words.count}>
        <InputNumber<number> min={1} max={2000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  )
}
