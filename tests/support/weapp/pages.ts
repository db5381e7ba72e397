/** The page stack of WeChat: open, close, tab pages that stay alive behind each other. */
import { createComponent } from './engine'
import type { MountedComponent, PageInstance } from './engine'
import { createDriver } from './driver'
import type { Driver } from './driver'

export type OpenPage = Driver & { route: string; query: Record<string, string>; instance: PageInstance }

type Entry = {
  route: string
  query: Record<string, string>
  instance?: PageInstance
  page?: OpenPage
  unload: () => void
}

export type Stack = {
  open: (url: string) => Promise<OpenPage>
  back: (delta?: number) => void
  redirect: (url: string) => Promise<OpenPage>
  relaunch: (url: string) => Promise<OpenPage>
  switchTab: (url: string) => Promise<OpenPage>
  closeAll: () => void
  top: () => OpenPage
  instances: () => PageInstance[]
  route: () => string
  pageDefinition: (page: Record<string, unknown>) => { lifetimes: Record<string, (this: PageInstance) => void> }
}

/** WeChat hands query values over as they were written: decoding is the page's business, and so is forgetting to. */
const parseUrl = (url: string): { route: string; query: Record<string, string> } => {
  const [route = '', search = ''] = url.replace(/^\//, '').split('?')
  const pairs = search.split('&').filter(Boolean)
  return { route, query: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string])) }
}

const call = (instance: PageInstance | undefined, name: string, argument?: object): void => {
  const method = instance?.[name]
  if (typeof method === 'function') method.call(instance, argument)
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

type World = {
  load: (file: string, tag: string) => string
  settle: () => Promise<void>
  isTab: (route: string) => boolean
}

export const createStack = ({ load, settle, isTab }: World): Stack => {
  const stack: Entry[] = []
  const sleepingTabs = new Map<string, Entry>()
  let opening: Entry | undefined
  const last = () => stack[stack.length - 1]

  /** A page is a component whose methods live in `methods` and whose life cycle has other names. */
  const pageDefinition: Stack['pageDefinition'] = (page) => {
    const parts = Object.entries(page).filter(([name]) => name !== 'data')
    const methods = Object.fromEntries(parts.filter(([, part]) => typeof part === 'function'))
    const rest = Object.fromEntries(parts.filter(([, part]) => typeof part !== 'function'))
    return {
      data: copy(page['data'] ?? {}),
      methods,
      lifetimes: {
        attached() {
          const entry = opening
          if (!entry) return
          Object.assign(this, rest, { route: entry.route, __route__: entry.route, options: entry.query })
          entry.instance = this
          stack.push(entry)
          call(this, 'onLoad', entry.query)
          call(this, 'onShow')
        },
        ready() {
          call(this, 'onReady')
        },
        detached() {
          call(this, 'onUnload')
        },
      },
    }
  }

  const mount = async (url: string): Promise<OpenPage> => {
    const { route, query } = parseUrl(url)
    const place = document.body.appendChild(document.createElement('div'))
    const tag = `page-${route.split('/').slice(-2)[0] ?? 'root'}`
    const id = load(route, tag)
    const entry: Entry = { route, query, unload: () => undefined }
    opening = entry
    const mounted: MountedComponent = createComponent(id)
    entry.unload = () => {
      mounted.detach()
      place.remove()
    }
    mounted.attach(place)
    entry.page = { ...createDriver(mounted, settle), route, query, instance: mounted.instance }
    await settle()
    return entry.page
  }

  const open = (url: string): Promise<OpenPage> => {
    call(last()?.instance, 'onHide')
    return mount(url)
  }
  const pop = (): void => {
    const entry = stack.pop()
    call(entry?.instance, 'onHide')
    entry?.unload()
  }
  const closeStack = (): void => {
    while (stack.length > 0) pop()
  }
  const closeAll = (): void => {
    closeStack()
    for (const tab of sleepingTabs.values()) tab.unload()
    sleepingTabs.clear()
  }

  return {
    open,
    pageDefinition,
    closeAll,
    back: (delta = 1) => {
      for (let n = Math.min(delta, stack.length - 1); n > 0; n--) pop()
      call(last()?.instance, 'onShow')
    },
    redirect: (url) => {
      pop()
      return mount(url)
    },
    relaunch: (url) => {
      closeAll()
      return mount(url)
    },
    switchTab: async (url) => {
      while (stack.length > 1) pop()
      const bottom = last()
      if (bottom && isTab(bottom.route)) {
        stack.pop()
        call(bottom.instance, 'onHide')
        sleepingTabs.set(bottom.route, bottom)
      } else pop()
      const awake = sleepingTabs.get(parseUrl(url).route)
      if (!awake?.page) return mount(url)
      sleepingTabs.delete(awake.route)
      stack.push(awake)
      call(awake.instance, 'onShow')
      await settle()
      return awake.page
    },
    top: () => {
      const page = last()?.page
      if (!page) throw new Error('no page is open')
      return page
    },
    instances: () => stack.flatMap((entry) => entry.instance ?? []),
    route: () => last()?.route ?? '',
  }
}
