/** Tables for a spreadsheet: UTF-8 with a byte order mark, commas and CRLF, as Excel opens them. */

/** What a spreadsheet would run, or read as another cell, is kept text by an apostrophe in front; an amount below zero is a number. */
const defused = (cell: string): string =>
  /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string => `"${defused(cell).replaceAll('"', '""')}"`

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`
