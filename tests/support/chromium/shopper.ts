/** A shopper's hands in the web storefront: what is on the screen that is in front, found by its words. */
import type { Locator, Page } from 'playwright-core'

/** Taro keeps the pages below in the document; only what can be seen counts. */
export const seen = (page: Page, words: string | RegExp): Locator =>
  page.getByText(words).filter({ visible: true }).first()

/** A button by its words; where a sheet lies over the page, the sheet's. */
export const press = (page: Page, words: string): Promise<void> =>
  page.locator('.btn', { hasText: words }).filter({ visible: true }).last().click()

/** Signs in as a demo person by the session, as the who-sheet would leave it. */
export const signInAs = async (page: Page, url: string, name: string): Promise<void> => {
  const response = await page.request.post(`${url}/cloud/member`, {
    data: { action: 'signIn', input: { code: `demo:${name}` } },
  })
  const { data } = (await response.json()) as { data: { session: string } }
  await keepSession(page, data.session)
}

/** As the web storefront keeps it; the blank page that a tab begins with has nowhere to keep anything. */
export const keepSession = async (page: Page, session: string): Promise<void> => {
  await page.addInitScript(
    (kept: string) => {
      if (location.protocol === 'http:') localStorage.setItem('quanji.session', kept)
    },
    JSON.stringify({ data: session }),
  )
}
