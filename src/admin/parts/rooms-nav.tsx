/** The rooms of one part of the page, beside its title; what waits in a room is counted. */
import { NavLink } from 'react-router-dom'
import { countText } from './count-text'
import './rooms-nav.css'

export type Room = { to: string; name: string; count?: number | undefined }

export const RoomsNav = ({ rooms }: { rooms: readonly Room[] }) => (
  <nav className="rooms-nav">
    {rooms.map(({ to, name, count }) => (
      <NavLink key={to} to={to} end className="rooms-nav__room">
        {name}
        {count ? <span className="rooms-nav__count">{countText(count)}</span> : null}
      </NavLink>
    ))}
  </nav>
)
