/** The rooms of commission, beside the title; payouts that wait for a second pair of eyes are counted. */
import { useCloud } from '../cloud/use-cloud'
import { RoomsNav } from '../parts/rooms-nav'
import { copy } from './copy'

export const CommissionNav = () => {
  const { data } = useCloud('staff-commission', 'payouts', { state: 'proposed', page: 1, pageSize: 5 })
  return (
    <RoomsNav
      rooms={[
        { to: '/commission', name: copy.rooms.leaders },
        { to: '/commission/payouts', name: copy.rooms.payouts, count: data?.counts.proposed },
        { to: '/commission/rates', name: copy.rooms.rates },
        { to: '/commission/books', name: copy.rooms.books },
      ]}
    />
  )
}
