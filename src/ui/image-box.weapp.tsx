import { Image, View } from '@tarojs/components'
import { pictureGround, pictureUrl, type PictureProps } from './picture'
import './image-box.scss'

/** The same in WeChat, which fades by itself; compiled into a template, as a screen has dozens of them. */
export const ImageBox = ({ picture, ratio = 1, isSmall = false, isEager = false, isSquare = false }: PictureProps) => (
  <View compileMode className={isSquare ? 'pic pic-square' : 'pic'} style={pictureGround(picture, ratio)}>
    <Image
      className="pic-image"
      src={pictureUrl(picture.url, isSmall)}
      mode="aspectFill"
      lazyLoad={!isEager}
      fadeIn
      aria-label={picture.alt ?? ''}
    />
  </View>
)
