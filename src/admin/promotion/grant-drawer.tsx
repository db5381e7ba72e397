/** Give a coupon to people one looks up; what could not be given says why. */
import { useState } from 'react'
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import type { TemplateRow } from '@/contract/staff-promotion'
import type { MemberId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { useCloud } from '../cloud/use-cloud'
import { shade } from '../theme'
import { dealRefusals, offerText, thresholdText } from './copy'
import { copy, refusedNames } from './coupon-copy'
import { newRequestId } from './request-id'

const words = copy.grant

type Person = { value: MemberId; label: string }

export const GrantDrawer = ({ row, onClose }: { row: TemplateRow; onClose: () => void }) => {
  const [requestId] = useState(newRequestId)
  const [text, setText] = useState('')
  const [people, setPeople] = useState<readonly Person[]>([])
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const { data, isFetching } = useCloud(
    'staff-promotion',
    'findMembers',
    { text: text || ' ' },
    { isOff: text === '', keepsPrevious: true },
  )
  const act = useAct('staff-promotion', 'grant', dealRefusals, {
    onDone: ({ granted, refused }) => {
      void message.success(words.done(granted))
      const why = [...new Set(refused.map(({ code }) => refusedNames[code]))].join('、')
      if (refused.length > 0) void message.warning(`${words.refused(refused.length)}：${why}`)
      onClose()
    },
  })
  const { id, name, offer, thresholdFen } = row.template
  return (
    <Drawer
      open
      size={480}
      title={words.title}
      onClose={onClose}
      styles={{ mask: { background: shade.mask } }}
      footer={
        <Button
          type="primary"
          block
          loading={act.isBusy}
          disabled={people.length === 0 || !reason.trim()}
          onClick={() =>
            void act.run({
              templateId: id,
              memberIds: people.map(({ value }) => value),
              requestId,
              reason: reason.trim(),
            })
          }
        >
          {people.length === 0 ? words.none : words.act(people.length)}
        </Button>
      }
    >
      <p className="aside">
        {name} · {offerText(offer)} · {thresholdText(thresholdFen)}
      </p>
      <Form layout="vertical">
        <Form.Item>
          <Select<Person[]>
            mode="multiple"
            labelInValue
            aria-label={words.find}
            placeholder={words.find}
            loading={isFetching}
            value={[...people]}
            maxCount={200}
            showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 20)) }}
            options={(data?.members ?? []).map((member) => ({
              value: member.id as MemberId,
              label: [member.name, member.maskedPhone].filter(Boolean).join(' '),
            }))}
            onChange={(chosen) => setPeople(chosen)}
          />
        </Form.Item>
        <Form.Item label={words.reason} htmlFor="grant-reason">
          <Input.TextArea
            id="grant-reason"
            rows={2}
            maxLength={100}
            value={reason}
            placeholder={words.reasonHint}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
