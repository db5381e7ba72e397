/** Line icons on a 24 grid, drawn for this page; the colour is the text's. */
import type { CSSProperties } from 'react'

const paths = {
  home: 'M3.5 11.5 12 4l8.5 7.5M6 9.6V20h12V9.6M10 20v-5.5h4V20',
  orders: 'M4 4h16v16H4zM8 9h.01M8 12h.01M8 15h.01M11 9h5M11 12h5M11 15h5',
  bag: 'M4.5 8h15V20h-15zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
  box: 'M4 12 6.5 5h11L20 12v7H4zM4 12h5a3 3 0 0 0 6 0h5',
  chain:
    'M8.5 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3 20a5.6 5.6 0 0 1 9.6-3.9M16 14.4a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM11.4 20.5a4.8 4.8 0 0 1 9.4 0',
  tree: 'M9.5 4h5v4.5h-5zM3.5 15.5h5V20h-5zM15.5 15.5h5V20h-5zM12 8.5V12M6 15.5V12h12v3.5',
  gift: 'M4 8.5h16v4H4zM5.5 12.5V20h13v-7.5M12 8.5V20M12 8.5C8 8.5 7 7 7 5.9 7 4.8 7.9 4 9 4c2 0 3 2.5 3 4.5zM12 8.5c4 0 5-1.5 5-2.6C17 4.8 16.1 4 15 4c-2 0-3 2.5-3 4.5z',
  layout: 'M4 4h16v16H4zM4 9.5h16M10 9.5V20',
  truck: 'M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  pin: 'M12 21s7-5.8 7-11a7 7 0 1 0-14 0c0 5.2 7 11 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.4a3.5 3.5 0 0 1 0 6.2M18 14.2A6.5 6.5 0 0 1 21.5 20',
  audit: 'M19 11V4H5v16h6M8.5 8.5h7M8.5 12h4M16.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18.4 19.4 21 21.5',
  outbox: 'M4 14v6h16v-6M12 15V4M7.5 8 12 3.8 16.5 8',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  bell: 'M6 17V10.5a6 6 0 0 1 12 0V17M4 17h16M10 20h4M12 4.5V3',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2 1-1.2 1.9M12 16.6h.01',
  download: 'M4 15v5h16v-5M12 4v11M7.5 10.8 12 15l4.5-4.2',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  down: 'M4.5 8.5 12 16l7.5-7.5',
  up: 'M4.5 15.5 12 8l7.5 7.5',
  plus: 'M12 5v14M5 12h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  eyeOff:
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 19.5l15-15',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4 2.5 20h19zM12 10v5M12 17.5h.01',
  send: 'M4 4.5 21 12 4 19.5l2.5-7.5zM6.5 12H13',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  retry: 'M20 5v5h-5M20 10a8 8 0 1 0 .3 4.5',
  picture: 'M3.5 5h17v14h-17zM4 16.5l5-5 4 4 3-3 4.5 4.5M8.5 9.5h.01',
  edit: 'M4 20h16M6 16.5V13L15 4l3.5 3.5-9 9z',
  settings:
    'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10.2 3.5h3.6l.6 2.5 1.8 1 2.4-.8 1.8 3.1-1.8 1.8v2l1.8 1.8-1.8 3.1-2.4-.8-1.8 1-.6 2.5h-3.6l-.6-2.5-1.8-1-2.4.8-1.8-3.1 1.8-1.8v-2l-1.8-1.8 1.8-3.1 2.4.8 1.8-1z',
  shield: 'M12 3.5 19.5 6v6c0 4.5-3.5 7.3-7.5 8.8C8 19.3 4.5 16.5 4.5 12V6zM9 12l2.2 2.2L15.2 10',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.3l3.5 2',
  coins: 'M4 6h16v12H4zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7 9.5h.01M17 14.5h.01',
  leave: 'M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5',
  basket: 'M3.5 10h17l-2 10h-13zM8 10l3-6M16 10l-3-6',
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5',
} as const

export type IconName = keyof typeof paths

type Props = { name: IconName; size?: number; label?: string; style?: CSSProperties }

/** Silent to screen readers unless it has a `label`; then it is a picture with that name. */
export const Icon = ({ name, size = 15, label, style }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="2.5 2.5 19 19"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'grip' ? 2.6 : 1.6}
    strokeLinecap="round"
    strokeLinejoin="round"
    style={{ flex: 'none', ...style }}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <path d={paths[name]} />
  </svg>
)
