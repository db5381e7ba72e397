import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import './image-box.scss'

/** A picture as the shop stores it: the address of its 750 px file and the two tones of its ground. */
export type Picture = { readonly url: string; readonly tone: readonly [string, string]; readonly alt?: string }

type Props = {
  readonly picture: Picture
  /** Height ÷ width. */
  readonly ratio?: number
  /** Takes the 360 px file: enough for anything up to half a screen. */
  readonly isSmall?: boolean
  /** Above the fold: fetched at once. */
  readonly isEager?: boolean
  readonly isSquare?: boolean
  readonly className?: string
}

const isWeb = process.env.TARO_ENV === 'h5'
const smallUrl = (url: string): string => url.replace(/\.750\.webp$/, '.360.webp')

/** The box has its size and its own colour before the picture comes, so nothing jumps and nothing is grey. */
export const ImageBox = ({ picture, ratio = 1, isSmall = false, isEager = false, isSquare, className = '' }: Props) => {
  const { url, tone, alt } = picture
  const look = `--a:${tone[0]};--b:${tone[1]}${ratio === 1 ? '' : `;padding-top:${Math.round(ratio * 1000) / 10}%`}`
  return (
    <View className={`pic${isSquare ? ' pic-square' : ''} ${className}`} style={look}>
      {url && <Fading src={isSmall ? smallUrl(url) : url} alt={alt ?? ''} isEager={isEager} />}
    </View>
  )
}

type FadingProps = { readonly src: string; readonly alt: string; readonly isEager: boolean }

const Fading = ({ src, alt, isEager }: FadingProps) => {
  const [isSeen, setIsSeen] = useState(false)
  // WeChat fades by itself, without telling the page about every single picture.
  if (!isWeb) {
    return <Image className="pic-image" src={src} mode="aspectFill" lazyLoad={!isEager} fadeIn ariaLabel={alt} />
  }
  return (
    <Image
      className={`pic-image ${isSeen ? 'pic-seen' : 'pic-coming'}`}
      src={src}
      mode="aspectFill"
      lazyLoad={!isEager}
      nativeProps={{ alt }}
      onLoad={() => setIsSeen(true)}
    />
  )
}
