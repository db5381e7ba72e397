/** What is known of one thing, in a drawer of 600: head, body, and the acts fixed at its foot. */
import { Drawer as AntDrawer } from 'antd'
import type { ReactNode } from 'react'
import { ReadRefused } from '../cloud/use-cloud'
import { shade } from '../theme'
import { Icon } from './icon'
import { Empty, Failed, Skeleton } from './states'
import { copy } from './copy'
import './drawer.css'

type Props = {
  /** Null while it is being read. */
  title: ReactNode | null
  aside?: ReactNode
  /** Acts at the foot, the last is the primary one. */
  foot?: ReactNode
  error?: unknown
  onRetry?: () => void
  /** Said where the thing does not exist. */
  unknown: string
  onClose: () => void
  children?: ReactNode
}

export const Drawer = ({ title, aside, foot, error, onRetry, unknown, onClose, children }: Props) => (
  <AntDrawer
    open
    size={600}
    closable={false}
    onClose={onClose}
    styles={{ body: { padding: 0 }, mask: { background: shade.mask } }}
    rootClassName="drawer"
  >
    {title === null && <Waiting error={error} unknown={unknown} {...(onRetry ? { onRetry } : {})} />}
    {title !== null && (
      <>
        <header className="drawer__head">
          <div className="drawer__line">
            <h2>{title}</h2>
            <button type="button" className="drawer__close" aria-label={copy.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {aside && <div className="drawer__line">{aside}</div>}
        </header>
        <div className="drawer__body">{children}</div>
        {foot && <footer className="drawer__foot">{foot}</footer>}
      </>
    )}
  </AntDrawer>
)

const Waiting = ({ error, unknown, onRetry }: { error: unknown; unknown: string; onRetry?: () => void }) => {
  if (error instanceof ReadRefused && error.refusal.code.endsWith('.unknown'))
    return <Empty icon="search" title={unknown} />
  return error ? <Failed error={error} onRetry={() => onRetry?.()} /> : <Skeleton rows={7} height={52} />
}

export const DrawerPart = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section>
    <h3 className="drawer__title">
      {title}
      {aside && <span className="aside">{aside}</span>}
    </h3>
    {children}
  </section>
)

export type FactRow = readonly [name: string, value: ReactNode, isWide?: boolean]

/** Names and values in two columns; what is unknown is a dash. */
export const Facts = ({ rows }: { rows: readonly FactRow[] }) => (
  <dl className="drawer__facts">
    {rows.map(([name, value, isWide = false]) => (
      <div key={name} className={isWide ? 'is-wide' : ''}>
        <dt>{name}</dt>
        <dd>{value ?? copy.none}</dd>
      </div>
    ))}
  </dl>
)
