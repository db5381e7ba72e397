/** Pause, resume and close with a reason; hand over in place of a leader who is gone. */
import { useState } from 'react'
import { Button, Form, Select } from 'antd'
import type { StaffCommunityView } from '@/contract/staff-community'
import type { CommunityAct } from '@/domain/community/community'
import type { MemberId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import { ReasonDialog } from '../promotion/reason-dialog'
import { copy, moveRefusals, moves, offerRefusals } from './community-copy'

export const CommunityActs = ({ community }: { community: StaffCommunityView }) => {
  const [asked, setAsked] = useState<CommunityAct | 'offer' | null>(null)
  const moving = useAct('staff-community', 'moveCommunity', moveRefusals)
  const close = (): void => setAsked(null)
  return (
    <>
      {community.acts.map((act) => (
        <Button key={act} onClick={() => setAsked(act)}>
          {moves[act].act}
        </Button>
      ))}
      {community.state !== 'closed' && !community.offer && (
        <Button onClick={() => setAsked('offer')}>{copy.handOverAct}</Button>
      )}
      {asked === 'offer' && <OfferDialog community={community} onClose={close} />}
      {asked && asked !== 'offer' && (
        <ReasonDialog
          {...moves[asked]}
          isBusy={moving.isBusy}
          onClose={close}
          onSure={async (reason) => {
            if (await moving.run({ communityId: community.id, act: asked, reason })) close()
          }}
        />
      )}
    </>
  )
}

const OfferDialog = ({ community, onClose }: { community: StaffCommunityView; onClose: () => void }) => {
  const offering = useAct('staff-community', 'offer', offerRefusals, { done: copy.offerSent })
  const { id, heirs } = community
  return (
    <FormDialog<{ toId: MemberId }>
      title={copy.handOverAct}
      note={copy.handOverNote}
      act={copy.handOverAct}
      isBusy={offering.isBusy}
      isOff={heirs.length === 0}
      onClose={onClose}
      onSubmit={async ({ toId }) => {
        if (await offering.run({ communityId: id, toId })) onClose()
      }}
    >
      <Form.Item name="toId" label={copy.heir} rules={[{ required: true, message: copy.heirHint }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={heirs.length === 0 ? copy.noHeirs : copy.heirHint}
          options={heirs.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
