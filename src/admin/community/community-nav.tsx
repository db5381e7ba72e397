/** Leaders and communities, beside the title; applications that wait are counted. */
import { useCloud } from '../cloud/use-cloud'
import { RoomsNav } from '../parts/rooms-nav'
import { copy } from './copy'

export const CommunityNav = () => {
  const { data } = useCloud('staff-community', 'leaders', { state: 'applied', page: 1, pageSize: 5 })
  return (
    <RoomsNav
      rooms={[
        { to: '/community/leaders', name: copy.rooms.leaders, count: data?.counts.applied },
        { to: '/community/communities', name: copy.rooms.communities },
      ]}
    />
  )
}
