/** The three rooms of group buying, beside the title. */
import { NavLink } from 'react-router-dom'
import { countText } from '../parts/count-text'
import { copy } from './copy'
import './group-buy.css'

const rooms = [
  { key: 'campaigns', to: '/campaigns/group-buy' },
  { key: 'groups', to: '/campaigns/group-buy/groups' },
  { key: 'refunds', to: '/campaigns/group-buy/refunds' },
] as const

type Props = { counts?: Partial<Record<(typeof rooms)[number]['key'], number | undefined>> }

export const SectionNav = ({ counts = {} }: Props) => (
  <nav className="section-nav">
    {rooms.map(({ key, to }) => {
      const count = counts[key]
      return (
        <NavLink key={key} to={to} end className="section-nav__room">
          {copy.sections[key]}
          {count ? <span className="section-nav__count">{countText(count)}</span> : null}
        </NavLink>
      )
    })}
  </nav>
)
