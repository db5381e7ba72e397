/** The window of the home screen, at most a second old. */
import { FRESH, remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import { readHomeWindow, type HomeWindow } from './home-window.sql'

export const homeWindow = (deps: Deps): Promise<HomeWindow> =>
  remembered(deps, 'home-window', FRESH, () => readHomeWindow(deps))
