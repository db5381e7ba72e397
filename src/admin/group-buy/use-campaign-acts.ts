/** Saving and moving a campaign; publishing what is not saved yet saves it first. */
import { useRef } from 'react'
import { App } from 'antd'
import { useNavigate } from 'react-router-dom'
import type { CallInput } from '@/contract/index'
import type { CampaignView } from '@/contract/staff-group-buy'
import { useAct } from '../cloud/use-act'
import { moves, refusals } from './copy'
import { copy } from './editor-copy'

type SaveInput = CallInput<'staff-group-buy', 'saveCampaign'>
export type Move = CallInput<'staff-group-buy', 'moveCampaign'>['act']

type Props = { isNew: boolean; onSaved: (now: CampaignView) => void }

export const useCampaignActs = ({ isNew, onSaved }: Props) => {
  const { message } = App.useApp()
  const go = useNavigate()
  const latest = useRef<CampaignView | null>(null)
  const keep = (now: CampaignView): void => {
    latest.current = now
    onSaved(now)
  }
  const saving = useAct('staff-group-buy', 'saveCampaign', refusals, { onDone: keep })
  const moving = useAct('staff-group-buy', 'moveCampaign', refusals, {
    onDone: keep,
    touches: ['staff-order'],
  })
  /** A new one gets its own address once it is there. */
  const arrive = (): void => {
    if (isNew && latest.current) void go(`/campaigns/group-buy/${latest.current.id}`, { replace: true })
  }

  const save = async (input: SaveInput): Promise<void> => {
    if (!(await saving.run(input))) return
    void message.success(copy.saved)
    arrive()
  }
  const move = async (
    campaign: CampaignView | null,
    act: Move,
    unsaved: SaveInput | null,
    done?: string,
  ): Promise<void> => {
    if (unsaved && !(await saving.run(unsaved))) return
    const now = unsaved ? latest.current : campaign
    if (now && (await moving.run({ campaignId: now.id, version: now.version, act })))
      void message.success(done ?? moves[act].done)
    // also where it was saved and could not be published: the draft is there
    arrive()
  }
  return { save, move, isBusy: saving.isBusy || moving.isBusy, isSaving: saving.isBusy, isMoving: moving.isBusy }
}

export type CampaignActs = ReturnType<typeof useCampaignActs>
