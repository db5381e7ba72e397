/** The rooms of all deals and the three of group buying, beside the title; what fills right now and what waits for staff are counted. */
import { NavLink } from 'react-router-dom'
import { useCloud } from '../cloud/use-cloud'
import { DealsNav } from '../promotion/deals-nav'
import { countText } from '../parts/count-text'
import { copy } from './copy'
import './group-buy.css'

/** The counts are asked for, not the rows. */
const LEAST = { page: 1, pageSize: 5 } as const

export const SectionNav = () => {
  const { data: groups } = useCloud('staff-group-buy', 'groups', { tab: 'open', ...LEAST }, { every: 60_000 })
  const { data: refunds } = useCloud('staff-group-buy', 'refunds', { tab: 'failed', ...LEAST }, { every: 60_000 })
  const rooms = [
    { to: '/campaigns/group-buy', name: copy.sections.campaigns, count: 0 },
    { to: '/campaigns/group-buy/groups', name: copy.sections.groups, count: groups?.counts.open ?? 0 },
    { to: '/campaigns/group-buy/refunds', name: copy.sections.refunds, count: refunds?.counts.failed ?? 0 },
  ]
  return (
    <>
      <DealsNav />
      <nav className="section-nav">
        {rooms.map(({ to, name, count }) => (
          <NavLink key={to} to={to} end className="section-nav__room">
            {name}
            {count > 0 && <span className="section-nav__count">{countText(count)}</span>}
          </NavLink>
        ))}
      </nav>
    </>
  )
}
