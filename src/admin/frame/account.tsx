/** Who is signed in, at the foot of the rail; a press opens what one can do with the account. */
import { Suspense, lazy, useState } from 'react'
import { Popover } from 'antd'
import { useAct } from '../cloud/use-act'
import { useEnter, useMe } from '../cloud/session'
import { copy, roleNames } from './copy'

const ChangePassword = lazy(() => import('./change-password'))

export const Account = () => {
  const { name, role } = useMe()
  const enter = useEnter()
  const [isOpen, setOpen] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const signOut = useAct('staff', 'signOut', {}, { onDone: () => enter(null) })
  const change = (): void => {
    setOpen(false)
    setChanging(true)
  }
  return (
    <>
      <Popover
        trigger="click"
        placement="topLeft"
        arrow={false}
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className="account__acts">
            <button type="button" onClick={change}>
              {copy.changePassword}
            </button>
            <button type="button" disabled={signOut.isBusy} onClick={() => void signOut.run({})}>
              {copy.signOut}
            </button>
          </div>
        }
      >
        <button type="button" className="account" aria-label={copy.account}>
          <span className="account__face">{name.slice(0, 1)}</span>
          <span className="account__who">
            <span className="account__name">{name}</span>
            <span className="account__role">{roleNames[role]}</span>
          </span>
        </button>
      </Popover>
      {isChanging && (
        <Suspense fallback={null}>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
