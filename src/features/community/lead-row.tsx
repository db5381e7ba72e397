import type { LeaderStandingView } from '@/contract/community'
import { dayText } from '@/ui/moment-text'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'

type Props = { readonly standing: LeaderStandingView | null; readonly onApply: () => void }

/** The way to become a leader, or how the application stands. */
export const LeadRow = ({ standing, onApply }: Props) => {
  const now = usePhone().now()
  if (!standing) return <ListRow icon="people" title={copy.lead.title} note={copy.lead.note} onTap={onApply} />
  const { state, reason, againFromAt } = standing
  if (state === 'rejected' && againFromAt !== null && againFromAt <= now)
    return <ListRow icon="people" title={copy.lead.title} note={copy.lead.note} onTap={onApply} />
  const again = againFromAt === null ? null : copy.lead.again(dayText(againFromAt, now))
  const note = [reason, again].filter(Boolean).join(' · ')
  return <ListRow icon="people" title={copy.lead.state[state]} {...(note ? { note } : {})} />
}
