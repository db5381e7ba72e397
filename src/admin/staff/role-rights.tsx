/** What each role may do, read from the same table that the server guards with. */
import { permissions, permissionsOf, roles } from '@/domain/staff/roles'
import type { Permission, Role } from '@/domain/staff/roles'
import { roleNames } from '../frame/copy'
import { Icon } from '../parts/icon'
import { Card } from '../parts/page'
import { copy, permissionNames } from './copy'
import './staff.css'

const holds = (role: Role, permission: Permission): boolean =>
  (permissionsOf[role] as readonly Permission[]).includes(permission)

export const RoleRights = () => (
  <Card title={copy.rights} aside={copy.rightsAside}>
    <table className="role-rights">
      <thead>
        <tr>
          <th />
          {roles.map((role) => (
            <th key={role}>{roleNames[role]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {permissions.map((permission) => (
          <tr key={permission}>
            <th>{permissionNames[permission]}</th>
            {roles.map((role) => (
              <td key={role}>
                {holds(role, permission) ? <Icon name="check" size={13} label={copy.active} /> : <i>·</i>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Card>
)
