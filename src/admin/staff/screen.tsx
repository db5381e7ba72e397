/** Who works here, as what, and for which pick-up points. */
import { useState } from 'react'
import { Button } from 'antd'
import type { StaffRow } from '@/contract/staff'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { Card, Columns, Page } from '../parts/page'
import { Failed, Skeleton } from '../parts/states'
import { copy } from './copy'
import { OneTimePassword } from './one-time-password'
import { RoleRights } from './role-rights'
import { StaffForm } from './staff-form'
import { StaffTable } from './staff-table'

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff', 'list', {})
  const [open, setOpen] = useState<StaffRow | 'new'>()
  const [password, setPassword] = useState<string>()
  const can = useCan()
  return (
    <Page
      title={copy.title}
      aside={data && copy.aside(data.staff.filter(({ isDisabled }) => !isDisabled).length)}
      actions={
        <TopTools>
          {can('staff.write') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {copy.create}
            </Button>
          )}
        </TopTools>
      }
    >
      <Columns side={398}>
        <Card flush>
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
          {data && <StaffTable staff={data.staff} onEdit={setOpen} onPassword={setPassword} />}
        </Card>
        <RoleRights />
      </Columns>
      {open && (
        <StaffForm person={open === 'new' ? null : open} onClose={() => setOpen(undefined)} onPassword={setPassword} />
      )}
      {password && <OneTimePassword password={password} onClose={() => setPassword(undefined)} />}
    </Page>
  )
}
