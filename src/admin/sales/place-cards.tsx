/** The places under the matrix: how many people and units, and how many of its goods are there whole. */
import type { StaffSaleView } from '@/contract/staff-sale'
import { Face } from '../parts/face'
import { useUrlState } from '../parts/url-state'
import { placeName } from './places'
import { copy } from './sale-copy'

export const PlaceCards = ({ sale: { rollUp } }: { sale: StaffSaleView }) => {
  const { change } = useUrlState()
  return (
    <div className="place-cards">
      {rollUp.places.map(({ place, people, sold }, at) => {
        const { name, keeper } = placeName(rollUp.pickupPoints, place)
        const goods = rollUp.rows.filter(({ cells }) => (cells[at]?.sold ?? 0) > 0)
        const there = goods.filter(({ difference }) => difference !== null && difference >= 0).length
        return (
          <button
            key={place ?? 'home'}
            type="button"
            className="place-card"
            onClick={() => change({ view: 'people', place: place ?? undefined })}
          >
            <span className="place-card__name">
              <Face name={keeper} size={24} />
              {name}
            </span>
            <span className="aside">{copy.placePeople(people, sold)}</span>
            <span className="place-card__track">
              <span style={{ width: `${goods.length === 0 ? 0 : (there / goods.length) * 100}%` }} />
            </span>
            <span className="aside">{copy.placeKinds(there, goods.length)}</span>
          </button>
        )
      })}
    </div>
  )
}
