import { App, Button, Modal } from 'antd'
import { copy } from './copy'
import './staff.css'

const words = copy.password

/** Shown once: the server keeps only its hash. */
export const OneTimePassword = ({ password, onClose }: { password: string; onClose: () => void }) => {
  const { message } = App.useApp()
  return (
    <Modal
      open
      centered
      width={380}
      title={words.title}
      closable={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <p className="aside">{words.note}</p>
      <p className="one-time-password">
        <code>{password}</code>
        {navigator.clipboard && (
          <Button
            size="small"
            onClick={() => void navigator.clipboard.writeText(password).then(() => message.success(words.copied))}
          >
            {words.copy}
          </Button>
        )}
      </p>
    </Modal>
  )
}
