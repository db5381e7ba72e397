/** Who on the staff may do what. A role is a set of permissions; nobody can grant more than they hold. */

export const permissions = [
  'order.read',
  'order.ship',
  'order.refund',
  'order.price',
  'order.unmask',
  'order.export',
  'product.read',
  'product.write',
  'stock.read',
  'stock.adjust',
  'store.read',
  'store.write',
  'pickup.verify',
  'campaign.read',
  'campaign.write',
  'community.read',
  'community.write',
  'commission.read',
  'commission.write',
  'payout.make',
  'payout.check',
  'staff.read',
  'staff.write',
  'audit.read',
  'outbox.retry',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'manager', 'operations', 'customer-service', 'warehouse', 'clerk', 'auditor'] as const
export type Role = (typeof roles)[number]

const reads = ['order.read', 'product.read', 'stock.read', 'store.read', 'campaign.read', 'community.read'] as const

export const permissionsOf = {
  owner: permissions,
  manager: permissions.filter((p) => p !== 'staff.write'),
  operations: [
    ...reads,
    'campaign.write',
    'community.write',
    'commission.read',
    'product.write',
    'store.write',
    'stock.adjust',
    'order.export',
  ],
  'customer-service': [...reads, 'order.refund', 'order.price', 'order.unmask'],
  warehouse: [...reads, 'order.ship', 'stock.adjust', 'pickup.verify', 'outbox.retry'],
  clerk: ['order.read', 'pickup.verify'],
  auditor: [...reads, 'commission.read', 'staff.read', 'audit.read'],
} as const satisfies Record<Role, readonly Permission[]>

export const can = (role: Role, permission: Permission): boolean =>
  (permissionsOf[role] as readonly Permission[]).includes(permission)

/** True if `granter` holds every permission of `granted`, so that granting it lifts nobody above the granter. */
export const mayGrant = (granter: Role, granted: Role): boolean =>
  can(granter, 'staff.write') && permissionsOf[granted].every((p) => can(granter, p))
