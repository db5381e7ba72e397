import { useState } from 'react'
import { Swiper, SwiperItem, View } from '@tarojs/components'
import { ImageBox } from './image-box'
import type { Picture } from './picture'
import './swiper-gallery.scss'

type Props = { readonly pictures: readonly Picture[]; readonly onTap?: (place: number) => void }

/** Pictures one can leaf through, as wide as the screen; says which one is in sight. */
export const SwiperGallery = ({ pictures, onTap }: Props) => {
  const [at, setAt] = useState(0)
  return (
    <View className="gallery">
      <Swiper className="gallery-swiper" onChange={(event) => setAt(event.detail.current)}>
        {pictures.map((picture, place) => (
          <SwiperItem key={picture.url} onClick={() => onTap?.(place)}>
            {/* Only the neighbours are fetched ahead. */}
            {Math.abs(place - at) < 2 && <ImageBox picture={picture} isEager={place === 0} isSquare />}
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 && <View className="gallery-count">{`${at + 1} / ${pictures.length}`}</View>}
    </View>
  )
}
