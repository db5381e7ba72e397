/** Tables for a spreadsheet: UTF-8 with a byte order mark, commas and CRLF, as Excel opens them. */
import { dayText, minuteText, type EpochMs } from '@/domain/time'

/** What a spreadsheet would run, or read as another cell, is kept text by an apostrophe in front; an amount below zero is a number. */
const defused = (cell: string): string =>
  /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell

/** A number of more than 15 digits would lose its last ones in a spreadsheet; behind a tab it stays text. */
const whole = (cell: string): string => (/^\d{16,}$/.test(cell) ? `\t${cell}` : cell)

const quoted = (cell: string): string => `"${whole(defused(cell)).replaceAll('"', '""')}"`

/** An instant as a spreadsheet sorts it, in the shop's time. */
export const momentCell = (at: EpochMs): string => `${dayText(at).slice(0, 4)}-${minuteText(at)}`

/** A name is typed by a person, a file name is not the place for its slashes. */
export const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '')

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
