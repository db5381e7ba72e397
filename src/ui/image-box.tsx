import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { pictureGround, pictureUrl, type PictureProps } from './picture'
import './image-box.scss'

/** The box has its size and its own colour before the picture comes, so nothing jumps and nothing is grey. */
export const ImageBox = ({ picture, ratio = 1, isSmall = false, isEager = false, isSquare = false }: PictureProps) => {
  const [isSeen, setIsSeen] = useState(false)
  const { url, alt = '' } = picture
  return (
    <View className={isSquare ? 'pic pic-square' : 'pic'} style={pictureGround(picture, ratio)}>
      {/* Without an address Taro's lazy image throws. */}
      {url && (
        <Image
          className={isSeen ? 'pic-image pic-seen' : 'pic-image pic-coming'}
          src={pictureUrl(url, isSmall)}
          mode="aspectFill"
          lazyLoad={!isEager}
          nativeProps={{ alt }}
          onLoad={() => setIsSeen(true)}
        />
      )}
    </View>
  )
}
