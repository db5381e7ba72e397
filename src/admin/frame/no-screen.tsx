/** Addresses that lead nowhere, screens one may not see, screens that broke. */
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import { Empty } from '../parts/states'
import { copy } from './copy'

const toToday = (
  <Link to="/">
    <Button>{copy.toToday}</Button>
  </Link>
)

export const NoScreen = () => (
  <Empty icon="search" title={copy.noScreen} note={copy.noScreenNote}>
    {toToday}
  </Empty>
)

export const NoRight = () => (
  <Empty icon="shield" title={copy.noRight} note={copy.noRightNote}>
    {toToday}
  </Empty>
)

/** The router tells the console what broke. Also met when a new version was deployed while the page was open: its old chunks are gone, so reopening helps. */
export const Broken = () => (
  <Empty icon="warn" title={copy.broken} note={copy.brokenNote}>
    <Button onClick={() => window.location.reload()}>{copy.reopen}</Button>
  </Empty>
)
