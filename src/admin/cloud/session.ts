/** Who is signed in. `null` means nobody; permissions come from the server and only decide what is shown. */
import { createContext, useContext, useEffect } from 'react'
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

/** After signing in or out: what was read as somebody else is forgotten. */
export const useEnter = () => {
  const cache = useQueryClient()
  return (me: StaffMe | null): void => {
    cache.setQueryData(meKey, me)
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] || queryKey[1] !== meKey[1] })
  }
}

/** The gate gives it to everything below: somebody is always signed in there, also in the moment of signing out. */
export const MeContext = createContext<StaffMe | null>(null)

export const useMe = (): StaffMe => {
  const me = useContext(MeContext)
  if (!me) throw new Error('drawn outside the gate')
  return me
}

export const useCan = (): ((permission: Permission) => boolean) => {
  const me = useMe()
  return (permission) => me.permissions.includes(permission)
}
