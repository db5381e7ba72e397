import type { AuditRow } from '@/contract/staff'
import { copy } from './copy'
import { changesOf } from './field-changes'

export const Changes = ({ row }: { row: AuditRow }) => {
  const changes = changesOf(row)
  if (changes.length === 0) return <span className="aside">{copy.nothing}</span>
  return (
    <table className="changes">
      <thead>
        <tr>
          <th />
          <th>{copy.before}</th>
          <th>{copy.after}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th>{field}</th>
            <td>{before ?? <i>{copy.empty}</i>}</td>
            <td>{after ?? <i>{copy.empty}</i>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
