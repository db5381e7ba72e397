import { useEffect, useState } from 'react'
import type { GroupId } from '@/domain/ids'
import { readShareCode } from '@/domain/share/link'
import { copy } from '@/features/group/copy'
import { GroupSkeleton } from '@/features/group/group-skeleton'
import { GroupTrouble } from '@/features/group/group-trouble'
import { useGroup, type Entry } from '@/features/group/use-group'
import { usePulled, useQuery } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { Group } from './group'

/** Where a card of a group leads, and every other way to it: the card brings a code, the shop itself the group's id. */
const entryOf = (query: ReturnType<typeof useQuery>): Entry => {
  const code = readShareCode(query)
  const groupId = query['id']
  return code ? { code } : groupId ? { groupId: groupId as GroupId } : null
}

export default function GroupPage() {
  const [isConfirming, setIsConfirming] = useState(false)
  const group = useGroup(entryOf(useQuery()), isConfirming)
  usePulled(group.refresh)
  const seat = group.view?.mine?.state
  useEffect(() => {
    if (seat !== 'reserved' && seat !== 'released') setIsConfirming(false)
  }, [seat])
  const { view, trouble } = group
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {view ? (
        <Group key={view.id} group={group} view={view} isConfirming={isConfirming} onConfirming={setIsConfirming} />
      ) : trouble ? (
        <GroupTrouble trouble={trouble} isAsking={group.isAsking} onAgain={() => void group.ask()} />
      ) : (
        <GroupSkeleton />
      )}
    </Page>
  )
}
