/** A whole list as CSV: every page of what is on the screen, one after the other. */
import { App } from 'antd'
import { useState } from 'react'
import { csvText, downloadCsv } from '../parts/csv'
import { refusalText } from '../cloud/refusal-text'
import { faultText } from '../cloud/use-act'
import { ReadRefused } from '../cloud/use-cloud'

type Cells = readonly (string | number | null)[]
type Pages<T> = (page: number) => Promise<{ rows: readonly T[]; isMore: boolean }>
type Sheet<T> = {
  fileName: string
  head: Cells
  cellsOf: (row: T) => Cells
  done: (rows: number, isCapped: boolean) => string
}

const MOST_ROWS = 5_000

const readAll = async <T>(read: Pages<T>): Promise<{ rows: T[]; isCapped: boolean }> => {
  const rows: T[] = []
  for (let page = 1; rows.length < MOST_ROWS; page++) {
    const answer = await read(page)
    rows.push(...answer.rows)
    if (!answer.isMore) return { rows, isCapped: false }
  }
  return { rows, isCapped: true }
}

export const useExport = <T>(read: Pages<T>, { fileName, head, cellsOf, done }: Sheet<T>) => {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    try {
      const { rows, isCapped } = await readAll(read)
      downloadCsv(fileName, csvText([head, ...rows.map(cellsOf)]))
      void message.success(done(rows.length, isCapped))
    } catch (error) {
      void message.error(error instanceof ReadRefused ? refusalText({}, error.refusal) : faultText(error))
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy }
}
