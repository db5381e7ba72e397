/** The five kinds of deals, beside the title. */
import { NavLink } from 'react-router-dom'
import { copy } from './copy'
import '../group-buy/group-buy.css'

const rooms = [
  { to: '/campaigns/group-buy', name: copy.rooms.group },
  { to: '/campaigns/coupons', name: copy.rooms.coupons },
  { to: '/campaigns/promotions', name: copy.rooms.promotions },
  { to: '/campaigns/flash', name: copy.rooms.flash },
  { to: '/campaigns/assist', name: copy.rooms.assists },
] as const

export const DealsNav = () => (
  <nav className="section-nav">
    {rooms.map(({ to, name }) => (
      <NavLink key={to} to={to} className="section-nav__room">
        {name}
      </NavLink>
    ))}
  </nav>
)
