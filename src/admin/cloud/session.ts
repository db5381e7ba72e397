/** Who is signed in. `null` means nobody; permissions come from the server and only decide what is shown. */
import { useEffect } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffMe } from '@/contract/staff'
import type { Permission } from '@/domain/staff/roles'
import { CloudFault, call, whenSignedOut } from './call'

const meKey = ['staff', 'me'] as const

const findMe = async (): Promise<StaffMe | null> => {
  const answer = await call('staff', 'me', {})
  if (answer.ok) return answer.data
  if (answer.refusal.code === 'sign-in.required') return null
  throw new CloudFault('internal', '', true)
}

export const useSession = () => {
  const cache = useQueryClient()
  useEffect(() => whenSignedOut(() => cache.setQueryData(meKey, null)), [cache])
  return useQuery({ queryKey: meKey, queryFn: findMe, staleTime: Infinity })
}

/** After signing in or out: forget everything that was read as somebody else. */
export const useEnter = () => {
  const cache = useQueryClient()
  return (me: StaffMe | null): void => {
    cache.clear()
    cache.setQueryData(meKey, me)
  }
}

/** Below the gate somebody is always signed in. */
export const useMe = (): StaffMe => {
  const { data } = useQuery({ queryKey: meKey, queryFn: findMe, staleTime: Infinity })
  if (!data) throw new Error('drawn outside the gate')
  return data
}

export const useCan = (): ((permission: Permission) => boolean) => {
  const me = useMe()
  return (permission) => me.permissions.includes(permission)
}
