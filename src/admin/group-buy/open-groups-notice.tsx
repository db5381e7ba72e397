/** Over the form of a published campaign: what is true of the groups that are open while it is being changed. */
import { Link } from 'react-router-dom'
import type { CampaignView } from '@/contract/staff-group-buy'
import { Icon } from '../parts/icon'
import { copy } from './editor-copy'

export const OpenGroupsNotice = ({ campaign: { id, status, openGroups } }: { campaign: CampaignView }) => {
  if (status === 'ended' && openGroups === 0) return <p className="open-groups">{copy.ended}</p>
  return (
    <p className="open-groups">
      <Icon name="shield" size={15} />
      <span>
        {openGroups > 0 ? (
          <>
            <Link to={`/campaigns/group-buy/groups?campaign=${id}`} className="open-groups__count">
              {copy.openGroups(openGroups)}
            </Link>
            <span className="open-groups__note">{status === 'ended' ? copy.ended : copy.openGroupsNote}</span>
          </>
        ) : (
          copy.noOpenGroups
        )}
      </span>
    </p>
  )
}
