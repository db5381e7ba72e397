/** The difference of an audit row, field by field. */
import type { AuditRow } from '@/contract/staff'
import { copy } from './copy'
import { fieldName, valueText } from './field-words'

export type FieldChange = { field: string; before: string | null; after: string | null }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only fields that differ; what was or became a bare value is one change without a name. */
export const changesOf = ({ before, after }: Pick<AuditRow, 'before' | 'after'>): FieldChange[] => {
  if (!isRecord(before) && !isRecord(after)) {
    const change = { field: '', before: valueText('', before), after: valueText('', after) }
    return change.before === change.after ? [] : [change]
  }
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({
      field: fieldName(field),
      before: valueText(field, old[field]),
      after: valueText(field, now[field]),
    }))
    .filter((change) => change.before !== change.after)
}

/** A change in one line: what became what, or only what is new. */
export const changeText = ({ field, before, after }: FieldChange): string =>
  [field, before === null ? after : `${before} → ${after ?? copy.empty}`].filter(Boolean).join(' ')
