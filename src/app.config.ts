/**
 * Tabs live in the main package; everything a shopper reaches from them is a subpackage, fetched ahead of the tap.
 * Every page draws its own head (`ui/nav-bar`), because the heads of the design are warm gradients.
 */
const inWechat = process.env.TARO_ENV === 'weapp'

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  // The web draws its tabs with the icons of `ui/icon` (see web-shell.scss).
  ...(inWechat
    ? { iconPath: `assets/tabbar/${name}.png`, selectedIconPath: `assets/tabbar/${name}-on.png` }
    : undefined),
})

const packages = [
  { root: 'packages/product', pages: ['detail/index', 'search/index', 'favorites/index'] },
  {
    root: 'packages/order',
    pages: ['checkout/index', 'list/index', 'detail/index', 'pay-result/index', 'pickup/index'],
  },
  {
    root: 'packages/member',
    pages: [
      ...['addresses/index', 'address-edit/index', 'profile/index', 'privacy/index', 'settings/index'],
      ...['messages/index', 'message-settings/index'],
    ],
  },
  { root: 'packages/group', pages: ['page/index', 'mine/index'] },
  { root: 'packages/coupon', pages: ['centre/index', 'mine/index', 'points/index'] },
  { root: 'packages/flash', pages: ['slots/index'] },
  { root: 'packages/assist', pages: ['list/index', 'card/index', 'landing/index'] },
  { root: 'packages/community', pages: ['page/index', 'sale/index', 'drafted/index', 'members/index', 'apply/index'] },
  {
    root: 'packages/leader',
    pages: [
      ...['bench/index', 'hand-over/index', 'edit/index', 'orders/index', 'goods/index'],
      ...['packing/index', 'drafts/index', 'sales/index', 'earnings/index'],
    ],
  },
  { root: 'packages/share', pages: ['landing/index', 'poster/index'] },
]
/** An optional module: WeChat's chat tool needs a package that stands alone and is drawn by Skyline, at most 500 KB. */
const hasChatTool = inWechat && process.env.CHAT_TOOL === 'on'
const chatTool = {
  root: 'packages/chat-tool',
  pages: ['sale/index'],
  independent: true,
  renderer: 'skyline',
  componentFramework: 'glass-easel',
}
const demo = { root: 'packages/demo', pages: ['ui/index'] }

const ahead = (...names: string[]) => ({ network: 'all' as const, packages: names.map((name) => `packages/${name}`) })

export default defineAppConfig({
  pages: ['home', 'category', 'community', 'cart', 'me'].map((name) => `pages/${name}/index`),
  subPackages: inWechat ? [...packages, ...(hasChatTool ? [chatTool] : [])] : [...packages, demo],
  preloadRule: {
    'pages/home/index': ahead('product', 'flash', 'coupon'),
    'pages/category/index': ahead('product'),
    'pages/community/index': ahead('community'),
    'pages/cart/index': ahead('order'),
    'pages/me/index': ahead('order', 'member', 'product', 'group', 'coupon', 'assist'),
    'packages/product/detail/index': ahead('order', 'share', 'group'),
    'packages/group/page/index': ahead('order', 'product'),
    'packages/community/sale/index': ahead('order'),
    'packages/assist/landing/index': ahead('coupon', 'product'),
    'packages/flash/slots/index': ahead('order', 'product'),
    'packages/share/landing/index': ahead('product', 'order'),
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '圈集',
    // Dark values stand in theme.json; the web page follows the CSS variables instead.
    navigationBarTextStyle: inWechat ? '@text' : 'black',
    navigationBarBackgroundColor: inWechat ? '@card' : '#ffffff',
    backgroundColor: inWechat ? '@paper' : '#f7f5f1',
    backgroundTextStyle: inWechat ? '@pull' : 'dark',
  } as Record<string, string>,
  tabBar: {
    color: inWechat ? '@tab' : 'var(--ink-2)',
    selectedColor: inWechat ? '@tabOn' : 'var(--accent-ink)',
    backgroundColor: inWechat ? '@card' : 'var(--card)',
    borderStyle: inWechat ? ('@tabLine' as 'white') : 'white',
    list: [
      tab('home', '首页'),
      tab('category', '分类'),
      tab('community', '社群'),
      tab('cart', '购物车'),
      tab('me', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  style: 'v2',
  // Between pages of the web, whose heads would slide over each other; WeChat does not know the key.
  ...(inWechat ? undefined : { animation: false }),
  lazyCodeLoading: 'requiredComponents',
  ...(hasChatTool
    ? {
        chatTools: [
          {
            root: chatTool.root,
            entryPagePath: chatTool.pages[0],
            // read by WeChat's reviewers: what it does, nothing that advertises
            desc: '在群聊里查看接龙进度、发送接龙卡片、提醒群成员',
            scopes: [],
          },
        ],
        rendererOptions: {
          skyline: {
            defaultDisplayBlock: true,
            defaultContentBox: true,
            disableABTest: true,
          },
        },
      }
    : undefined),
  requiredPrivateInfos: ['chooseAddress'],
  __usePrivacyCheck__: true,
})
