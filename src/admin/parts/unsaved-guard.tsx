/** Asks before unsaved changes are lost, inside the page and when the window closes. */
import { useEffect } from 'react'
import { Modal } from 'antd'
import { useBlocker } from 'react-router-dom'
import { copy } from './copy'

export const UnsavedGuard = ({ isUnsaved }: { isUnsaved: boolean }) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!isUnsaved) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={copy.leave}
      okText={copy.stay}
      cancelText={copy.leaveAct}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={360}
      centered
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
    />
  )
}
