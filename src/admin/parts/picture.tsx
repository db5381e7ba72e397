/** A product picture, square unless a `ratio` says otherwise, on its own two colours; what can't be loaded stays that soft box, never a broken sign. */
import { useState } from 'react'
import type { Picture as PictureView } from '@/contract/views'
import './picture.css'

type Props = { picture: PictureView | null; size: number | string; ratio?: number; radius?: number }

export const Picture = ({ picture, size, ratio = 1, radius = 8 }: Props) => {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const background = picture ? `linear-gradient(150deg, ${picture.tone[0]}, ${picture.tone[1]})` : undefined
  const box = { width: typeof size === 'number' ? size * ratio : size, height: size, borderRadius: radius, background }
  if (!picture || picture.url === brokenUrl) return <span className="picture" style={box} aria-hidden />
  return (
    <img
      className="picture"
      src={picture.url.replace('.750.', '.360.')}
      alt={picture.alt ?? ''}
      loading="lazy"
      decoding="async"
      style={box}
      onError={() => setBrokenUrl(picture.url)}
    />
  )
}

/** Up to three pictures, one behind the other, the first in front. */
export const PictureStack = ({ pictures }: { pictures: readonly (PictureView | null)[] }) => (
  <span className="picture-stack">
    {(pictures.length === 0 ? [null] : pictures.slice(0, 3)).map((picture, place) => (
      <span key={place} className="picture-stack__picture" style={{ zIndex: 3 - place }}>
        <Picture picture={picture} size={32} />
      </span>
    ))}
  </span>
)
