/** A small form over the screen: fields, one primary button that names its effect, Esc closes. */
import { Button, Form, Modal } from 'antd'
import type { FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { copy } from './copy'
import './form-dialog.css'

type Props<D> = {
  title: string
  note?: string
  act: string
  form?: FormInstance<D>
  initial?: { [K in keyof D]?: D[K] | undefined }
  width?: number
  isBusy: boolean
  isOff?: boolean
  isDanger?: boolean
  onClose: () => void
  onSubmit: (draft: D) => unknown
  children: ReactNode
}

export const FormDialog = <D extends object>({ title, note, act, form, initial, width = 480, ...rest }: Props<D>) => {
  const { isBusy, isOff = false, isDanger = false, onClose, onSubmit, children } = rest
  return (
    <Modal open title={title} width={width} footer={null} mask={{ closable: false }} onCancel={onClose} centered>
      {note && <p className="form-note">{note}</p>}
      <Form
        layout="vertical"
        requiredMark={false}
        {...(form ? { form } : {})}
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(draft: D) => void onSubmit(draft)}
      >
        {children}
        <footer className="form-foot">
          <Button onClick={onClose}>{copy.cancel}</Button>
          <Button type="primary" danger={isDanger} htmlType="submit" loading={isBusy} disabled={isOff}>
            {act}
          </Button>
        </footer>
      </Form>
    </Modal>
  )
}
