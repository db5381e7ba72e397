/** The two screens of the shop, a shopper's phone and a staff member's desk, and how a browser is started here. */
import type { BrowserContextOptions } from 'playwright-core'

const HERE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

export const PHONE: BrowserContextOptions = {
  ...HERE,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}
export const DESK: BrowserContextOptions = { ...HERE, viewport: { width: 1440, height: 900 } }

/** Quiet, without a sandbox (containers have none to give), and nothing that calls home. */
export const FLAGS = `--no-sandbox --disable-gpu --disable-quic --disable-background-networking
  --disable-component-update --disable-sync --no-first-run --hide-scrollbars`.split(/\s+/)
