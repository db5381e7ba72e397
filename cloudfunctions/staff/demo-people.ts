/** The staff of the demo shop. Their passwords are public, so the seed writes them in the demo only. */
import type { Role } from '@/domain/staff/roles'

export type DemoColleague = {
  readonly name: string
  readonly role: Role
  readonly username: string
  readonly password: string
  /** True for who sees one pick-up point only; the seed says which. */
  readonly isLocal?: true
}

export const demoColleagues = [
  { name: '沈知秋', role: 'owner', username: 'owner', password: 'wutongli-owner' },
  { name: '林晓禾', role: 'manager', username: 'manager', password: 'wutongli-manager' },
  { name: '何小满', role: 'customer-service', username: 'service', password: 'wutongli-service' },
  { name: '周一帆', role: 'warehouse', username: 'warehouse', password: 'wutongli-warehouse' },
  { name: '陈阿婷', role: 'clerk', username: 'clerk', password: 'wutongli-clerk', isLocal: true },
] as const satisfies readonly DemoColleague[]
