import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { AssistCampaignView } from '@/contract/assist'
import { Chip } from '@/ui/chip'
import { usePhone } from '@/ui/phone'
import { Ticket } from '@/ui/ticket'
import { copy } from './copy'
import { rewardNote } from './words'

type Props = { readonly campaign: AssistCampaignView; readonly isOff?: boolean; readonly act?: ReactNode }

/** What is collected: its value is fixed, and how many there still are is the truth. */
export const RewardTicket = ({ campaign: { reward, left }, isOff = false, act }: Props) => (
  <Ticket face={reward} note={rewardNote(reward, usePhone().now())} look={isOff ? 'off' : 'warm'} act={act}>
    <View className="row mt2 assist-chips">
      <Chip>{copy.fixed}</Chip>
      {!isOff && left > 0 && <Chip>{copy.left(left)}</Chip>}
    </View>
  </Ticket>
)
