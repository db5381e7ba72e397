/**
 * The machine under every editor of a deal: what is stored and what is typed, saving, publishing what was just typed, and the
 * address a new one gets once it is there. The screens bring their fields and their calls.
 */
import { useRef, useState } from 'react'
import { App } from 'antd'
import { useNavigate } from 'react-router-dom'
import type { DealAct } from '@/contract/staff-promotion'
import type { Act } from '../cloud/use-act'
import { actWords, copy } from './copy'

type Deal<Row, Draft> = {
  /** Null for a new one. */
  row: Row | null
  draftOf: (row: Row) => Draft
  blank: () => Draft
  pathOf: (row: Row) => string
}

type Calls<Row, SaveInput, MoveInput> = {
  saving: Act<SaveInput>
  moving: Act<MoveInput>
  /** Null while something is missing that even a draft can't do without. */
  input: SaveInput | null
  moveInput: (row: Row, act: DealAct) => MoveInput
  changes: number
}

export const useDealEditor = <Row, Draft>({ row, draftOf, blank, pathOf }: Deal<Row, Draft>) => {
  const [base, setBase] = useState(row)
  const [kept, setKept] = useState(() => (row ? draftOf(row) : blank()))
  const [draft, setDraft] = useState(kept)
  // an act that follows a save at once needs the version that save made
  const latest = useRef(row)
  const { message } = App.useApp()
  const go = useNavigate()

  /** Stored, by one's own hand: what is typed is what is stored. */
  const keep = (now: Row): void => {
    latest.current = now
    setBase(now)
    setKept(draftOf(now))
    setDraft(draftOf(now))
  }
  const arrive = (): void => {
    if (!row && latest.current) void go(pathOf(latest.current), { replace: true })
  }

  const acts = <S, M>({ saving, moving, input, moveInput, changes }: Calls<Row, S, M>) => {
    const store = async (): Promise<boolean> => (input ? saving.run(input) : false)
    const save = async (): Promise<void> => {
      if (!(await store())) return
      void message.success(copy.saved)
      arrive()
    }
    const move = async (act: DealAct): Promise<void> => {
      if (act === 'publish' && (changes > 0 || !base) && !(await store())) return
      const now = latest.current
      if (now && (await moving.run(moveInput(now, act)))) void message.success(actWords[act].done)
      arrive()
    }
    return { save, move, isBusy: saving.isBusy || moving.isBusy }
  }

  return { base, kept, draft, setDraft, keep, acts }
}
