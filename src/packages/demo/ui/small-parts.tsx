import { useState } from 'react'
import { View } from '@tarojs/components'
import { fen } from '@/domain/money'
import { epochMs, HOUR } from '@/domain/time'
import { AvatarStack, Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { CountDown } from '@/ui/count-down'
import { Icon, type IconName } from '@/ui/icon'
import { Hint, notify } from '@/ui/notice'
import { PriceText } from '@/ui/price-text'
import { ProgressRing } from '@/ui/progress-ring'
import { SearchBar } from '@/ui/search-bar'
import { Segment } from '@/ui/segment'
import { AddKey, Stepper } from '@/ui/stepper'

const signs =
  'address back box card cart chat check clock close copy coupon down edit forward gear grid heart heart-on home large-text leaf list minus offline people person phone picture plus search share shield sparkle star store trash truck undo warn'
const people = ['顾遥', '阿禾', '周奶奶', '小满', '陈叔', '林']

export const SmallParts = () => (
  <>
    <Card>
      <CardHead title="价格与按钮" note="一处一个实心" more="2 个团" onMore={() => notify('都在这里了', 'check')} />
      <View className="row base mt3">
        <PriceText fen={fen(2990)} size={34} />
        <PriceText fen={fen(3000)} isInk />
        <PriceText fen={fen(9400)} isTotal size={30} />
        <PriceText fen={fen(1480)} isFrom />
      </View>
      <View className="row mt4">
        <Button width="grow" kind="soft" note="单独购买">
          ¥36.80
        </Button>
        <Button width="grow" note="开 3 人团" onTap={() => notify('开团了')}>
          ¥29.90
        </Button>
      </View>
      <View className="row mt3">
        <Button kind="line">问店家</Button>
        <Button width="grow" icon="undo">
          再查一次
        </Button>
      </View>
      <View className="row mt3">
        <Button isSmall>去拼</Button>
        <Button isSmall kind="soft">
          领取
        </Button>
        <Button isSmall kind="line">
          取消
        </Button>
        <Button isSmall isOff>
          已抢完
        </Button>
        <Button isSmall isBusy>
          提交
        </Button>
      </View>
    </Card>
    <Card>
      <View className="chips">
        <Chip tone="leaf" icon="leaf">
          今早 6:20 到店
        </Chip>
        <Chip>产地 辽宁东港</Chip>
        <Chip tone="accent">拼团</Chip>
        <Chip tone="honey">还差 ¥3.20</Chip>
      </View>
      <View className="row sp mt3">
        <CountDown until={epochMs(Date.now() + 5.2 * HOUR)} />
        <CountDown until={epochMs(Date.now() + 51.4 * HOUR)} isSoft />
        <Counting />
      </View>
      <View className="row sp mt3">
        <AvatarStack people={people.map((name) => ({ name, url: null }))} size={34} most={4} />
        <Avatar name="顾遥" url={null} size={64} isRinged />
      </View>
      <Hint icon="clock" className="mt3">
        16:00 前成团，今天 17:30 在小满家取
      </Hint>
      <Hint icon="check" isStrong className="mt2">
        已选最省的搭配，比原价省 ¥33.00
      </Hint>
      <Hint icon="warn" tone="honey" className="mt2">
        这张券今晚到期
      </Hint>
    </Card>
    <Card look="up">
      <ProgressRing seats={3} taken={1} label="3 位里已有 1 位助力">
        <View className="n2">还差</View>
        <View className="row base">
          <View className="acc" style="font-size:42px;font-weight:700;line-height:1.2">
            2
          </View>
          <View className="h">位</View>
        </View>
        <View className="n1">1 / 3 位已助力</View>
      </ProgressRing>
    </Card>
    <Looking />
    <Card>
      <View className="chips" style="gap:14px">
        {signs.split(' ').map((name) => (
          <Icon key={name} name={name as IconName} size={25} />
        ))}
      </View>
    </Card>
  </>
)

const Counting = () => {
  const [count, setCount] = useState(1)
  return (
    <View className="row">
      <Stepper value={count} max={3} onChange={setCount} label="草莓" />
      <AddKey label="加入购物车" onTap={() => notify('放进购物车了', 'cart')} />
    </View>
  )
}

const Looking = () => {
  const [text, setText] = useState('草莓')
  const [tab, setTab] = useState<'all' | 'to-pay'>('all')
  return (
    <>
      <View className="mt3">
        <SearchBar value={text} hint="草莓" onInput={setText} onSubmit={notify} />
      </View>
      <Segment
        isEven
        on={tab}
        onChange={setTab}
        tabs={[
          { key: 'all', text: '全部' },
          { key: 'to-pay', text: '待付款', count: 1 },
        ]}
      />
    </>
  )
}
