import { NavLink } from 'react-router-dom'
import basket from '@lobehub/fluent-emoji-3d/assets/1f9fa.webp'
import { useCan, useMe } from '../cloud/session'
import { countText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { Account } from './account'
import { Brand } from './brand'
import { copy } from './copy'
import { railGroups } from './screens'
import { useCounts } from './use-counts'
import './rail.css'

export const Rail = () => {
  const { storeName, isDemo } = useMe()
  const can = useCan()
  const counts = useCounts()
  return (
    <nav className="rail">
      <NavLink to="/" className="rail__brand">
        <Brand />
      </NavLink>
      <div className="rail__store">
        <img src={basket} alt="" width={20} height={20} />
        <span className="rail__store-name">{storeName}</span>
        {isDemo && <span className="rail__demo">{copy.demo}</span>}
      </div>
      <div className="rail__groups">
        {railGroups.map(({ name, screens }) => {
          const seen = screens.filter(({ needs }) => can(needs))
          if (seen.length === 0) return null
          return (
            <section key={name}>
              <h2 className="rail__group">{name}</h2>
              {seen.map((screen) => {
                const count = screen.count && counts[screen.count]
                return (
                  <NavLink key={screen.path} to={screen.path} end={screen.path === '/'} className="rail__row">
                    <Icon name={screen.icon} />
                    <span className="rail__name">{screen.name}</span>
                    {count ? <span className="rail__count">{countText(count)}</span> : null}
                  </NavLink>
                )
              })}
            </section>
          )
        })}
      </div>
      <Account />
    </nav>
  )
}
