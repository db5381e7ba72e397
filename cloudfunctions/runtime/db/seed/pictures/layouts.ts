/**
 * Arrangements on the round table, back to front. Positions are where a thing stands (its foot), in a unit square with
 * the table's far edge at y = 0.62; sizes are the long side of a thing of scale 1, angles are degrees clockwise.
 */

import type { VesselName } from './things'

export type Slot = {
  /** Which of the picture's things, counted round and round; or a vessel. */
  readonly of: number | VesselName
  readonly x: number
  readonly y: number
  readonly size: number
  readonly turn?: number
  /** Held by a vessel or by other things, so it throws no shadow on the table. */
  readonly held?: true
  /** Size is the thing's own, however big it is beside others. */
  readonly alone?: true
  /** Out of focus, as a share of the unit. */
  readonly blur?: number
}

const goods = (of: number, x: number, y: number, size: number, turn = 0): Slot => ({ of, x, y, size, turn })
const held = (of: number, x: number, y: number, size: number, turn = 0): Slot => ({ of, x, y, size, turn, held: true })
const vessel = (of: VesselName, y: number, size: number): Slot => ({ of, x: 0.5, y, size })
const ice = (x: number, y: number, size: number, turn: number): Slot => ({ of: 'iceCube', x, y, size, turn })

export const layouts = {
  solo: [goods(0, 0.5, 0.825, 0.58)],
  duo: [goods(1, 0.345, 0.75, 0.46, -12), goods(0, 0.63, 0.835, 0.52, 8)],
  trio: [goods(1, 0.265, 0.715, 0.38, -13), goods(2, 0.745, 0.705, 0.37, 13), goods(0, 0.5, 0.85, 0.49, 2)],
  pile: [
    goods(1, 0.34, 0.655, 0.33, -16),
    goods(2, 0.67, 0.65, 0.33, 15),
    goods(3, 0.205, 0.835, 0.35, -10),
    goods(4, 0.795, 0.835, 0.35, 12),
    goods(0, 0.5, 0.875, 0.4, 2),
  ],
  row: [goods(1, 0.225, 0.8, 0.39, -4), goods(2, 0.775, 0.8, 0.39, 4), goods(0, 0.5, 0.85, 0.44, 0)],
  basket: [
    held(1, 0.335, 0.52, 0.27, -20),
    held(2, 0.665, 0.52, 0.27, 20),
    held(0, 0.5, 0.48, 0.28, 3),
    vessel('basket', 0.84, 0.56),
    goods(0, 0.18, 0.865, 0.29, -14),
    goods(1, 0.825, 0.86, 0.29, 14),
  ],
  bowl: [
    { ...vessel('bowlBack', 0.74, 0.66), held: true },
    held(1, 0.335, 0.62, 0.31, -16),
    held(2, 0.665, 0.62, 0.31, 16),
    held(0, 0.5, 0.585, 0.34, 3),
    held(3, 0.4, 0.7, 0.29, -8),
    held(4, 0.605, 0.7, 0.29, 10),
    vessel('bowlFront', 0.87, 0.66),
  ],
  plate: [
    vessel('plate', 0.865, 0.82),
    held(1, 0.33, 0.755, 0.36, -12),
    held(2, 0.675, 0.75, 0.36, 12),
    held(0, 0.5, 0.81, 0.44, 0),
  ],
  board: [vessel('board', 0.88, 0.84), held(1, 0.34, 0.775, 0.44, -8), held(0, 0.62, 0.82, 0.5, 6)],
  punnet: [
    { ...vessel('punnetBack', 0.735, 0.6), held: true },
    held(1, 0.3, 0.675, 0.27, -12),
    held(2, 0.5, 0.655, 0.28, 4),
    held(3, 0.7, 0.675, 0.27, 14),
    held(4, 0.385, 0.76, 0.27, 8),
    held(0, 0.61, 0.76, 0.28, -6),
    held(1, 0.265, 0.8, 0.24, -16),
    held(2, 0.74, 0.8, 0.24, 12),
    held(3, 0.5, 0.83, 0.27, 0),
    vessel('punnetFront', 0.87, 0.7),
  ],
  crate: [
    { ...vessel('crateBack', 0.72, 0.68), held: true },
    held(1, 0.27, 0.66, 0.29, -10),
    held(2, 0.5, 0.635, 0.3, 3),
    held(3, 0.73, 0.66, 0.29, 12),
    held(4, 0.385, 0.74, 0.29, 6),
    held(0, 0.62, 0.74, 0.3, -7),
    vessel('crateFront', 0.875, 0.74),
  ],
  tray: [
    held(1, 0.235, 0.725, 0.23, -4),
    held(2, 0.41, 0.715, 0.23, 3),
    held(3, 0.59, 0.715, 0.23, -2),
    held(4, 0.765, 0.725, 0.23, 5),
    held(0, 0.155, 0.815, 0.255, -3),
    held(1, 0.328, 0.815, 0.255, 4),
    held(2, 0.5, 0.815, 0.255, 0),
    held(3, 0.672, 0.815, 0.255, -4),
    held(4, 0.845, 0.815, 0.255, 3),
    vessel('eggTray', 0.88, 0.9),
  ],
  ice: [
    ice(0.13, 0.775, 0.2, -12),
    ice(0.3, 0.75, 0.22, 9),
    ice(0.68, 0.745, 0.22, -6),
    ice(0.88, 0.775, 0.2, 14),
    held(1, 0.35, 0.77, 0.44, -10),
    held(0, 0.63, 0.82, 0.5, 8),
    ice(0.07, 0.86, 0.19, 8),
    ice(0.215, 0.885, 0.24, -7),
    ice(0.4, 0.875, 0.2, 12),
    ice(0.86, 0.88, 0.24, 6),
  ],
  vase: [
    held(1, 0.335, 0.62, 0.42, -24),
    held(2, 0.665, 0.62, 0.42, 24),
    held(0, 0.5, 0.6, 0.46, 0),
    vessel('vase', 0.87, 0.4),
  ],
  pots: [
    held(1, 0.23, 0.66, 0.3, -6),
    { of: 'flowerPot', x: 0.23, y: 0.82, size: 0.26 },
    held(2, 0.77, 0.66, 0.3, 6),
    { of: 'flowerPot', x: 0.77, y: 0.82, size: 0.26 },
    held(0, 0.5, 0.69, 0.38, 0),
    { of: 'flowerPot', x: 0.5, y: 0.88, size: 0.32 },
  ],
  bouquet: [
    held(1, 0.3, 0.6, 0.36, -26),
    held(2, 0.7, 0.6, 0.36, 26),
    held(3, 0.4, 0.56, 0.38, -10),
    held(4, 0.6, 0.56, 0.38, 10),
    held(0, 0.5, 0.62, 0.38, 0),
    vessel('wrap', 0.9, 0.5),
  ],
  close: [
    { ...goods(1, 0.84, 0.66, 0.34, 14), blur: 0.012 },
    { ...goods(0, 0.43, 0.935, 0.84, -6), alone: true },
  ],
} satisfies Record<string, readonly Slot[]>

export type Layout = keyof typeof layouts
