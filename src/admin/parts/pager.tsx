/** The foot of a list: which rows of how many, and pages; the page is in the URL. */
import { Pagination } from 'antd'
import { countText } from './count-text'
import { copy } from './copy'
import { pageOf, useUrlState } from './url-state'
import './pager.css'

type Props = { total: number; pageSize: number; onChange?: () => void }

export const Pager = ({ total, pageSize, onChange }: Props) => {
  const { search, change } = useUrlState()
  const page = pageOf(search)
  if (total === 0) return null
  return (
    <footer className="pager">
      <span>
        {copy.range(Math.min(total, (page - 1) * pageSize + 1), Math.min(total, page * pageSize), countText(total))}
      </span>
      <Pagination
        size="small"
        current={page}
        total={total}
        pageSize={pageSize}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={(next) => {
          onChange?.()
          change({ page: next === 1 ? undefined : next })
        }}
      />
    </footer>
  )
}
