import Taro from '@tarojs/taro'

const CART_TAB = 3
const MOST = 99

/** Pieces in the cart, on its tab. WeChat refuses the call on a page without tabs; the next tab page says it again. */
export const showCartCount = (count: number): void => {
  const said =
    count > 0
      ? Taro.setTabBarBadge({ index: CART_TAB, text: count > MOST ? `${MOST}+` : String(count) })
      : Taro.removeTabBarBadge({ index: CART_TAB })
  void said.catch(() => undefined)
}
