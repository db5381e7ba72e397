/** A correction up or down with its reason; sent twice it counts once. */
import { useState } from 'react'
import { Button, Form, Input, Segmented } from 'antd'
import { fen, type Fen } from '@/domain/money'
import { newRequestId } from '../cloud/call'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import { moneyText } from '../parts/money'
import { YuanField } from '../parts/yuan-field'
import { adjustRefusals, copy } from './payout-copy'
import { copy as statement } from './statement-copy'
import type { StatementData } from './statement-screen'

type Draft = { way: 'up' | 'down'; amountFen: Fen | null; remark: string }
const words = copy.adjust

export const AdjustButton = ({ statement: { leader } }: { statement: StatementData }) => {
  const [requestId, setRequestId] = useState<string | null>(null)
  return (
    <>
      <Button onClick={() => setRequestId(newRequestId())}>{statement.adjust}</Button>
      {requestId && <AdjustDialog leader={leader} requestId={requestId} onClose={() => setRequestId(null)} />}
    </>
  )
}

type Props = { leader: StatementData['leader']; requestId: string; onClose: () => void }

const AdjustDialog = ({ leader: { memberId, name }, requestId, onClose }: Props) => {
  const [form] = Form.useForm<Draft>()
  const adjusting = useAct('staff-commission', 'adjust', adjustRefusals, { done: words.done })
  const way = Form.useWatch('way', form) ?? 'up'
  const amountFen = Form.useWatch('amountFen', form) ?? null
  return (
    <FormDialog<Draft>
      title={words.title(name)}
      note={words.note}
      act={amountFen ? words.sure(words.ways[way], moneyText(amountFen)) : words.act}
      form={form}
      initial={{ way: 'up' }}
      isBusy={adjusting.isBusy}
      isDanger={way === 'down'}
      onClose={onClose}
      onSubmit={async (draft) => {
        if (!draft.amountFen) return
        const signed = fen(draft.way === 'up' ? draft.amountFen : -draft.amountFen)
        if (await adjusting.run({ memberId, requestId, amountFen: signed, remark: draft.remark.trim() })) onClose()
      }}
    >
      <Form.Item name="way" label={words.way}>
        <Segmented options={(['up', 'down'] as const).map((value) => ({ value, label: words.ways[value] }))} />
      </Form.Item>
      <Form.Item name="amountFen" label={words.amount} rules={[{ required: true, message: words.amountHint }]}>
        <YuanField />
      </Form.Item>
      <Form.Item
        name="remark"
        label={words.reason}
        rules={[{ required: true, whitespace: true, message: words.reasonHint }]}
      >
        <Input.TextArea rows={2} maxLength={100} placeholder={words.reasonHint} />
      </Form.Item>
    </FormDialog>
  )
}
