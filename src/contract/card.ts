/**
 * Pictures that are drawn on the server: chat cards ahead of time, posters on demand. A function of its own, because it
 * alone carries a Chinese font; who only shares or opens a card never loads it.
 */
import * as z from 'zod'
import { action, none } from './define'
import type { JobReport } from './jobs'
import { shareCodeIn } from './share'

export const card = {
  /** The poster of one's own share code, drawn at the first call and kept. `busy` asks to try again: WeChat makes the code. */
  poster: action<{ url: string }, { code: 'share.unknown' }>()('member', z.strictObject({ code: shareCodeIn })),
  /** Draws the chat cards that are due. Safe to run twice at once. */
  run: action<{ reports: readonly JobReport[] }>()('timer', none),
}
