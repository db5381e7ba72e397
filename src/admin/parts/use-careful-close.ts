/** How a drawer closes: with unsaved changes it asks first, and only the button that says so throws them away. */
import { App } from 'antd'
import { copy } from './copy'

export const useCarefulClose = (isUnsaved: boolean, onClose: () => void): (() => void) => {
  const { modal } = App.useApp()
  return () => {
    if (!isUnsaved) return onClose()
    modal.confirm({
      title: copy.leave,
      icon: null,
      okText: copy.stay,
      cancelText: copy.leaveAct,
      width: 360,
      centered: true,
      keyboard: false,
      onCancel: onClose,
    })
  }
}
