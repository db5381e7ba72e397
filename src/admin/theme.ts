/** Every colour and size of the staff page: antd tokens, chart theme and CSS variables. A screen never writes a hex. */
import type { ThemeConfig } from 'antd'

/** Brand and neutral colours. Text pairs reach 4.5:1 on white and on `paper`. */
export const color = {
  accent: '#E8502A', // fills and marks: logo, chart series 1, progress; never body text
  accentInk: '#D4441F', // primary button, accent words: 4.5:1 with white
  accentTint: '#FFF1EA',
  leaf: '#2F9E5B', // fills: done, saved, fresh
  leafInk: '#1E7A44',
  leafTint: '#EAF6EE',
  ink: '#1F2329',
  ink2: '#646A73',
  ink3: '#A0A6AE', // placeholder and disabled only
  paper: '#F6F6F4',
  rail: '#EFEEEA', // side rail, one step darker than paper
  card: '#FFFFFF',
  line: '#E9E7E2',
  lineSoft: '#F1EFEB',
} as const

/** One tone per meaning, the same in chips, clocks, timelines and charts. */
export const tone = {
  done: { ink: '#1E7A44', tint: '#EAF6EE', dot: '#2F9E5B' }, // paid, delivered, refunded, passed
  doing: { ink: '#2A5D9C', tint: '#EBF2FA', dot: '#4A86C8' }, // moving by itself, nobody has to act
  todo: { ink: '#8F5600', tint: '#FFF5E0', dot: '#E0A030' }, // staff must act, time left
  late: { ink: '#B3261E', tint: '#FDECEA', dot: '#D64539' }, // overdue, failed, violation
  quiet: { ink: '#646A73', tint: '#F3F2EF', dot: '#B9BDC3' }, // not begun, closed, cancelled
} as const

export type Tone = keyof typeof tone

const fontFamily = '"PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: color.accentInk,
    colorInfo: tone.doing.ink,
    colorSuccess: color.leaf,
    colorWarning: '#B7791F',
    colorError: '#C4302B',
    colorLink: color.ink,
    colorLinkHover: color.accentInk,
    colorTextBase: color.ink,
    colorText: color.ink,
    colorTextSecondary: color.ink2,
    colorTextTertiary: color.ink2,
    colorTextPlaceholder: color.ink3,
    colorBgLayout: color.paper,
    colorBgContainer: color.card,
    colorBgMask: 'rgba(31,35,41,.3)',
    colorBorder: '#DCD9D3',
    colorBorderSecondary: color.line,
    fontFamily,
    fontSize: 13,
    fontSizeHeading4: 18,
    fontSizeHeading5: 15,
    lineHeight: 1.54,
    borderRadius: 8,
    borderRadiusLG: 12,
    borderRadiusSM: 6,
    controlHeight: 32,
    controlHeightSM: 26,
    wireframe: false,
    boxShadow: '0 1px 2px rgba(31,35,41,.04), 0 8px 24px rgba(31,35,41,.06)',
    boxShadowTertiary: '0 1px 2px rgba(31,35,41,.04)',
    motionDurationMid: '0.12s',
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      fontWeight: 500,
      contentFontSizeSM: 12,
      paddingInlineSM: 10,
    },
    Table: {
      headerBg: '#FAF9F7',
      headerBorderRadius: 0,
      headerColor: color.ink2,
      headerSplitColor: 'transparent',
      borderColor: color.lineSoft,
      rowHoverBg: '#FBFAF8',
      rowSelectedBg: '#FFF8F4',
      rowSelectedHoverBg: '#FFF4EE',
      cellPaddingBlockSM: 9,
      cellPaddingInlineSM: 12,
      cellFontSizeSM: 13,
    },
    Checkbox: { colorPrimary: color.ink, colorPrimaryHover: color.ink },
    Radio: { colorPrimary: color.ink, colorPrimaryHover: color.ink },
    Switch: { colorPrimary: color.leaf, colorPrimaryHover: color.leafInk },
    Tabs: {
      inkBarColor: color.ink,
      itemSelectedColor: color.ink,
      itemHoverColor: color.ink,
      itemColor: color.ink2,
      horizontalItemGutter: 24,
    },
    Segmented: { trackBg: '#EFEEEA', itemSelectedBg: '#FFFFFF', itemColor: color.ink2 },
    Input: { activeShadow: '0 0 0 3px rgba(232,80,42,.10)' },
    Drawer: { paddingLG: 24 },
    Form: { labelColor: color.ink2, verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
    Tag: { defaultBg: tone.quiet.tint, defaultColor: tone.quiet.ink },
    Steps: { colorPrimary: color.ink },
  },
}

/** Series order for charts. The first is ours, the second is what we compare with. */
const chartSeries = ['#E8502A', '#B9BDC3', '#2F9E5B', '#E0A030', '#4A86C8', '#8A6FB0'] as const

export const echartsTheme = {
  color: [...chartSeries],
  backgroundColor: 'transparent',
  textStyle: { fontFamily, fontSize: 12, color: color.ink2 },
  grid: { left: 44, right: 12, top: 16, bottom: 26 },
  categoryAxis: {
    axisLine: { lineStyle: { color: '#DCD9D3' } },
    axisTick: { show: false },
    axisLabel: { color: color.ink2, fontSize: 11 },
    splitLine: { show: false },
  },
  valueAxis: {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: color.ink2, fontSize: 11 },
    splitLine: { lineStyle: { color: '#EFEDE8', type: 'solid' } },
  },
  line: { symbol: 'none', smooth: 0.25, lineStyle: { width: 2 } },
  bar: { barMaxWidth: 18, itemStyle: { borderRadius: [3, 3, 0, 0] } },
  tooltip: { backgroundColor: '#FFFFFF', borderColor: color.line, textStyle: { color: color.ink, fontSize: 12 } },
}

/** Fills that sit between two cards or under a bar; the drawn values of the design. */
export const shade = {
  track: '#EFEDE8', // what is left of a bar
  compared: '#B9BDC3', // the series we compare with
  field: '#DCD9D3', // the border of anything one can type in or press
  fieldSet: '#C4C0B8', // the same, holding a choice
  inkRail: '#43474E', // names on the rail, one step softer than ink
  face: '#FFE0D2', // behind the first letter of a name
  accentDeep: '#A93113', // words on `face`
  inset: '#FAF9F7', // a box inside a card, the head of a table
  chosen: '#FFF8F4', // a chosen row
  night: '#1F2329', // the bar that chosen rows raise
  nightText: '#FFFFFF',
  nightLine: '#454A52',
  nightTodo: '#F2B865', // amber words on the bar, 4.5:1 on `night`
  mask: 'rgba(31,35,41,.12)',
} as const

/** Soft grounds behind pictures, as the product pictures have them. */
export const grounds = {
  rose: 'linear-gradient(150deg, #FFF0EC, #FFD9D2)',
  leaf: 'linear-gradient(150deg, #EEF8EE, #D8EFD2)',
  sun: 'linear-gradient(150deg, #FFF6E6, #FFE3C0)',
  straw: 'linear-gradient(150deg, #FFFAE6, #FBEEC0)',
  plum: 'linear-gradient(150deg, #F6F0FB, #E5D8F0)',
  sky: 'linear-gradient(150deg, #EEF5FC, #D6E6F5)',
  window: 'linear-gradient(160deg, #FFF3EA 0%, #FFE9DF 45%, #FBE8DC 72%, #F4EFE0 100%)',
} as const

export type Ground = keyof typeof grounds

const kebab = (name: string): string => name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)

/** `--accent-ink`, `--todo-dot`, `--track` …: the same values for style sheets, set once on the root element. */
export const cssVariables = (): Record<string, string> => ({
  ...Object.fromEntries([...Object.entries(color), ...Object.entries(shade)].map(([k, v]) => [`--${kebab(k)}`, v])),
  ...Object.fromEntries(
    Object.entries(tone).flatMap(([name, inks]) => Object.entries(inks).map(([k, v]) => [`--${name}-${k}`, v])),
  ),
  '--ground-window': grounds.window,
  '--ground-leaf': grounds.leaf,
  '--font': fontFamily,
})
