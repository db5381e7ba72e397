import { ScrollView, View } from '@tarojs/components'
import type { HomeBlock } from '@/contract/feed'
import { Chip } from '@/ui/chip'
import { ImageBox } from '@/ui/image-box'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { wayTo } from './follow-target'

export type Banner = Extract<HomeBlock, { kind: 'banner' }>

/** Banners that stand together share one line: the next one looks in from the side, nothing turns by itself. */
export const BannerStrip = ({ banners }: { readonly banners: readonly Banner[] }) => {
  const [only] = banners
  if (banners.length === 1 && only) return <View className="hero-alone">{<Hero banner={only} isEager />}</View>
  return (
    <ScrollView className="heroes" scrollX enhanced showScrollbar={false}>
      <View className="hero-row">
        {banners.map((banner, place) => (
          <Hero key={banner.id} banner={banner} isEager={place === 0} />
        ))}
      </View>
    </ScrollView>
  )
}

/** A title that needs two lines breaks behind its comma, not in the middle of a word. */
const phrasesOf = (title: string): string[] => title.match(/[^，。、！？]+[，。、！？]*/g) ?? [title]

const Hero = ({ banner, isEager }: { readonly banner: Banner; readonly isEager: boolean }) => {
  const { badge, title, subtitle, picture, until, target } = banner
  const now = usePhone().now()
  const isKept = until !== null && now < until
  const follow = wayTo(target)
  return (
    <View className="hero" {...(follow ? tap(follow, title, { role: 'link' }) : {})}>
      {picture && <ImageBox picture={picture} isEager={isEager} isSquare />}
      <View className="hero-words">
        {badge && isKept && (
          <Chip tone="leaf" icon="clock" className="hero-badge">
            {badge}
          </Chip>
        )}
        <View className="hero-title">
          {phrasesOf(title).map((phrase) => (
            <View key={phrase} className="hero-phrase">
              {phrase}
            </View>
          ))}
        </View>
        {subtitle && <View className="n2 mt1">{subtitle}</View>}
      </View>
    </View>
  )
}
