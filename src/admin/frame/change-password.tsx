/** A new password; forced right after a one-time password was used. */
import { Button, Form, Input, Modal } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useAct } from '../cloud/use-act'
import { copy } from './password-copy'

type Draft = { current: string; next: string; again: string }

const ChangePassword = ({ isForced = false, onClose }: { isForced?: boolean; onClose: () => void }) => {
  const cache = useQueryClient()
  const change = useAct('staff', 'changePassword', copy.refusals, {
    done: copy.done,
    onDone: () => {
      void cache.invalidateQueries({ queryKey: ['staff', 'me'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={copy.title}
      closable={!isForced}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={null}
      width={400}
    >
      <p className="aside">{isForced ? copy.forced : copy.rule}</p>
      <Form<Draft>
        layout="vertical"
        requiredMark={false}
        onFinish={({ current, next }) => void change.run({ current, next })}
      >
        <Form.Item name="current" label={copy.current} rules={[{ required: true, message: copy.wanted }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="next" label={copy.next} rules={[{ required: true, min: 10, message: copy.tooShort }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={copy.again}
          dependencies={['next']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(copy.differs)),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isBusy}>
          {copy.act}
        </Button>
      </Form>
    </Modal>
  )
}

export default ChangePassword
