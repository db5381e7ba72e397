/** Words of campaigns: their states, the list, and what moving one does. */
import type { CampaignAct, CampaignPhase, CampaignStatus } from '@/domain/group-buy/campaign'
import type { RefusalWording } from '../cloud/refusal-text'
import { moneyText } from '../parts/money'
import type { StatePart } from '../parts/state-cell'

export const campaignStatusNames = {
  draft: '草稿',
  live: '进行中',
  paused: '已暂停',
  ended: '已结束',
} as const satisfies Record<CampaignStatus, string>

const phaseNames = { before: '未开始', running: '进行中', after: '已到期' } as const satisfies Record<
  CampaignPhase,
  string
>

/** A live campaign says where it is in its days: nobody can open a group outside them. */
export const campaignState = (status: CampaignStatus, phase: CampaignPhase): StatePart => {
  if (status === 'live') return { tone: phase === 'running' ? 'doing' : 'quiet', text: phaseNames[phase] }
  return { tone: status === 'ended' ? 'quiet' : 'todo', text: campaignStatusNames[status] }
}

export const priceAndShare = (price: string, share: number): string => `拼团价 ${price}，份额 ${share} 件`

export const sizeText = (size: number): string => `${size} 人团`
export const thresholdText = (minSize: number | null): string => (minSize ? `到时满 ${minSize} 人也成` : '满员才成')

export const copy = {
  title: '拼团',
  crumb: '活动与券',
  sections: { campaigns: '活动', groups: '正在拼', refunds: '退款台账' },
  create: '新建活动',
  tabs: { all: '全部', ...campaignStatusNames },
  columns: {
    campaign: '活动',
    state: '状态',
    size: '几人成团',
    price: '拼团价',
    days: '起止',
    open: '正在拼',
    filled: '成团 / 开团',
    share: '占用份额',
  },
  salePrice: (price: string) => `售价 ${price}`,
  until: (end: string) => `至 ${end}`,
  share: (taken: string, share: string) => `${taken} / ${share} 件`,
  filledRate: (rate: string) => `成团率 ${rate}`,
  see: '查看',
  edit: '编辑',
  none: '还没有活动',
  noneNote: '选一款商品、定好几人成团和价格，就能开始。',
  noneHere: '这一栏没有活动',
  noneHereNote: '换一栏看看。',
  unknown: '找不到这个活动',
  unknownNote: '链接可能不对，回到列表看看。',
  toList: '回到列表',
} as const

const groupsGoOn = (groups: number): string =>
  groups > 0 ? `正在拼的 ${groups} 个团照常走完：成团发货，没成全额退款。` : '现在没有正在拼的团。'

type Move = { act: string; sure: string; note: (groups: number) => string; done: string; isLoss: boolean }

/** Each asked once, saying what becomes of the groups that are open. */
export const moves = {
  publish: {
    act: '发布',
    sure: '发布后顾客就能开团',
    note: () => '每个团按开团那一刻的人数、时限和价格走完；之后再改，只影响新开的团。',
    done: '已发布',
    isLoss: false,
  },
  pause: {
    act: '暂停',
    sure: '暂停后不能再开新团',
    note: (groups) => `${groupsGoOn(groups)}随时可以恢复。`,
    done: '已暂停，不再开新团',
    isLoss: true,
  },
  resume: {
    act: '恢复',
    sure: '恢复后顾客又能开团',
    note: () => '新开的团按现在的人数、时限和价格。',
    done: '已恢复',
    isLoss: false,
  },
  end: {
    act: '结束',
    sure: '结束后不能再恢复',
    note: (groups) => `${groupsGoOn(groups)}要再做，可复制一份。`,
    done: '已结束',
    isLoss: true,
  },
} as const satisfies Record<Exclude<CampaignAct, 'edit'>, Move>

/** Published before its first day. */
export const publishLater = (start: string): string => `发布后，到 ${start} 顾客就能开团`

/** A draft has no groups and nobody has seen it. */
export const dropDraft = {
  act: '放弃',
  sure: '放弃这份草稿',
  note: () => '会移到「已结束」里，还能复制。',
  done: '草稿已放弃',
} as const

const actNames: Record<CampaignAct, string> = {
  edit: '修改',
  publish: '发布',
  pause: '暂停',
  resume: '恢复',
  end: '结束',
}

export const refusals = {
  'campaign.unknown': copy.unknown,
  'campaign.changed': '同事刚改过这个活动；刷新后再改，避免互相覆盖',
  'campaign.act-not-open': ({ act }) => `现在不能${actNames[act]}，刷新看看最新状态`,
  'campaign.product-taken': ({ name }) => `这款商品已有活动「${name}」，先结束它`,
  'campaign.product-fixed': '发布过的活动不能换商品；复制一份再换',
  'campaign.product-off': '商品没有上架，先去上架',
  'campaign.size': ({ min, max }) => `成团人数要在 ${min}–${max} 人之间`,
  'campaign.threshold': '到时也成团的人数，要比满员人数少',
  'campaign.life': ({ maxMinutes }) => `时限最长 ${maxMinutes / 60} 小时`,
  'campaign.dates': '结束时间要晚于开始，也要晚于现在',
  'campaign.sku-unknown': '有规格已不在售，刷新后再改',
  'campaign.price-not-lower': ({ salePriceFen }) => `拼团价要低于售价 ${moneyText(salePriceFen)}`,
  'campaign.share-below-taken': ({ taken }) => `已有 ${taken} 件被团占用，份额不能更少`,
} satisfies RefusalWording<'staff-group-buy', 'saveCampaign'>
