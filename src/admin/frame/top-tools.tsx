/** At the right of the top bar of every list, behind what the list itself offers: search over the shop, the way to what is to do, and what colours and keys mean. */
import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Icon } from '../parts/icon'
import { Help } from './help'
import { Search } from './search'
import { copy } from './copy'
import './top-tools.css'

export const TopTools = ({ children }: { children?: ReactNode }) => (
  <>
    {children}
    <Search />
    <Link to="/" className="top-tools__tool" aria-label={copy.alerts} title={copy.alerts}>
      <Icon name="bell" size={17} />
    </Link>
    <Popover trigger="click" placement="bottomRight" arrow={false} content={<Help />}>
      <button type="button" className="top-tools__tool" aria-label={copy.help} title={copy.help}>
        <Icon name="help" size={17} />
      </button>
    </Popover>
  </>
)
