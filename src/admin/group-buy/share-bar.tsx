/** What groups have taken of the campaign's share, true to scale. */
import { countText } from '../parts/count-text'
import { copy } from './copy'
import './group-buy.css'

export const ShareBar = ({ taken, share }: { taken: number; share: number }) => (
  <span className="share-bar">
    <span className="share-bar__track">
      <span style={{ width: `${share === 0 ? 0 : Math.min(100, (100 * taken) / share)}%` }} />
    </span>
    <span className="second">{copy.share(countText(taken), countText(share))}</span>
  </span>
)
