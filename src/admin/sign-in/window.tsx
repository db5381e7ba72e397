/** The shop window beside the form: what is sold, on the soft grounds of the product pictures. */
import avocado from '@lobehub/fluent-emoji-3d/assets/1f951.webp'
import bread from '@lobehub/fluent-emoji-3d/assets/1f35e.webp'
import egg from '@lobehub/fluent-emoji-3d/assets/1f95a.webp'
import grapes from '@lobehub/fluent-emoji-3d/assets/1f347.webp'
import greens from '@lobehub/fluent-emoji-3d/assets/1f96c.webp'
import milk from '@lobehub/fluent-emoji-3d/assets/1f95b.webp'
import shrimp from '@lobehub/fluent-emoji-3d/assets/1f990.webp'
import strawberry from '@lobehub/fluent-emoji-3d/assets/1f353.webp'
import tangerine from '@lobehub/fluent-emoji-3d/assets/1f34a.webp'
import { Brand } from '../frame/brand'
import { grounds } from '../theme'
import type { Ground } from '../theme'
import { copy } from './copy'
import './window.css'

/** Left, top and side in px of the 608 wide window; the picture takes 70 % of its tile. */
const tiles: readonly [picture: string, ground: Ground, left: number, top: number, side: number][] = [
  [strawberry, 'rose', 61, 93, 194],
  [greens, 'leaf', 273, 113, 134],
  [tangerine, 'sun', 427, 147, 154],
  [shrimp, 'sun', 229, 279, 144],
  [egg, 'straw', 84, 315, 125],
  [avocado, 'leaf', 394, 327, 174],
  [bread, 'straw', 231, 447, 164],
  [grapes, 'plum', 67, 467, 144],
  [milk, 'sky', 416, 521, 124],
]

export const Window = () => (
  <aside className="window">
    <div className="window__brand">
      <Brand />
    </div>
    <div className="window__tiles" aria-hidden>
      {tiles.map(([picture, ground, left, top, side]) => (
        <span
          key={picture}
          className="window__tile"
          style={{ left, top, width: side, height: side, borderRadius: side / 4, background: grounds[ground] }}
        >
          <img src={picture} alt="" width={side * 0.7} height={side * 0.7} />
        </span>
      ))}
    </div>
    <p className="window__slogan">
      {copy.slogan.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
    <p className="window__note">{copy.sloganNote}</p>
  </aside>
)
