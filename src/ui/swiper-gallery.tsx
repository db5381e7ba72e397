import { useState } from 'react'
import { View } from '@tarojs/components'
import { ImageBox } from './image-box'
import type { Picture } from './picture'
import './swiper-gallery.scss'

type Props = { readonly pictures: readonly Picture[]; readonly onTap?: (place: number) => void }

/**
 * Pictures one can leaf through, as wide as the screen; says which one is in sight. The web snaps a scrolling strip:
 * Taro's Swiper would bring 51 KB (gzip) to every page.
 */
export const SwiperGallery = ({ pictures, onTap }: Props) => {
  const [at, setAt] = useState(0)
  const follow = (event: { target: EventTarget | null }) => {
    const strip = event.target as HTMLElement | null
    if (strip?.clientWidth) setAt(Math.round(strip.scrollLeft / strip.clientWidth))
  }
  return (
    <View className="gallery">
      <View className="gallery-strip" {...{ onScroll: follow, role: 'group', 'aria-label': `${pictures.length} 张图` }}>
        {pictures.map((picture, place) => (
          <View className="gallery-page" key={picture.url} onClick={() => onTap?.(place)}>
            <ImageBox picture={picture} isEager={place === 0} isSquare />
          </View>
        ))}
      </View>
      {pictures.length > 1 && <View className="gallery-count">{`${at + 1} / ${pictures.length}`}</View>}
    </View>
  )
}
