/** Who are you: the form, and in the demo shop its people to choose from. */
import { useEffect } from 'react'
import { Button, Form, Input } from 'antd'
import { Navigate, useSearchParams } from 'react-router-dom'
import { useAct } from '../cloud/use-act'
import { useEnter, useSession } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Icon } from '../parts/icon'
import { copy } from './copy'
import { DemoPeople } from './demo-people'
import { Window } from './window'
import './sign-in.css'

type Draft = { username: string; password: string }

/** Only a path of this page: a link from outside must not lead a colleague elsewhere after signing in. */
const safePath = (to: string | null): string => (to?.startsWith('/') && !/^\/[/\\]/.test(to) ? to : '/')

export const Screen = () => {
  const [search] = useSearchParams()
  const { data: me } = useSession()
  const { data: demo } = useCloud('staff', 'demoPeople', {})
  const enter = useEnter()
  const signIn = useAct('staff', 'signIn', copy.refusals, { onDone: ({ me: who }) => enter(who) })
  useEffect(() => {
    document.title = `${copy.title} · ${copy.brand}`
  }, [])

  if (me) return <Navigate to={safePath(search.get('to'))} replace />
  return (
    <div className="sign-in">
      <Window />
      <main className="sign-in__side">
        <div className="sign-in__form">
          <h1 className="sign-in__title">{copy.title}</h1>
          <p className="sign-in__store">{demo?.storeName ? copy.forStaff(demo.storeName) : copy.forStaffAnywhere}</p>
          <Form<Draft> layout="vertical" size="large" requiredMark={false} onFinish={(draft) => void signIn.run(draft)}>
            <Form.Item name="username" label={copy.username} rules={[{ required: true, message: copy.wanted }]}>
              <Input autoFocus autoComplete="username" placeholder={copy.usernameHint} spellCheck={false} />
            </Form.Item>
            <Form.Item name="password" label={copy.password} rules={[{ required: true, message: copy.wanted }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <p className="sign-in__forgot aside">{copy.forgot}</p>
            <Button type="primary" htmlType="submit" block loading={signIn.isBusy}>
              {copy.act}
            </Button>
          </Form>
          {demo && demo.people.length > 0 && (
            <DemoPeople people={demo.people} isBusy={signIn.isBusy} onChoose={(draft) => void signIn.run(draft)} />
          )}
          <p className="sign-in__trail aside">
            <Icon name="shield" size={14} />
            {copy.trail}
          </p>
        </div>
      </main>
    </div>
  )
}
