/** All sales, and the day's work over all of them, beside the title. */
import { RoomsNav } from '../parts/rooms-nav'
import { copy } from './copy'

export const SalesNav = () => (
  <RoomsNav
    rooms={[
      { to: '/sales', name: copy.rooms.sales },
      { to: '/sales/day', name: copy.rooms.day },
    ]}
  />
)
