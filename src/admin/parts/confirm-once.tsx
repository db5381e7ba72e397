/** A destructive act asks once, in a sentence that says what will happen; the act itself is on the button. */
import { Popconfirm } from 'antd'
import type { ReactElement } from 'react'
import { copy } from './copy'

type Props = {
  title: string
  note?: string
  act: string
  onSure: () => unknown
  isDisabled?: boolean
  /** False for what is no loss but still asked for, such as telling a customer. */
  isLoss?: boolean
  children: ReactElement
}

export const ConfirmOnce = ({ title, note, act, onSure, isDisabled = false, isLoss = true, children }: Props) => (
  <Popconfirm
    title={title}
    description={note}
    okText={act}
    cancelText={copy.cancel}
    okButtonProps={{ danger: isLoss }}
    placement="topRight"
    icon={null}
    disabled={isDisabled}
    onConfirm={() => {
      // A promise keeps the button busy until the answer is there.
      const done = onSure()
      return done instanceof Promise ? done.then(() => undefined) : undefined
    }}
  >
    {children}
  </Popconfirm>
)
