/** `1284` → `"1,284"`. */
export const countText = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** `0.124` → `"12.4%"`; the minus is "−". */
export const percentText = (share: number): string => `${share < 0 ? '−' : ''}${(Math.abs(share) * 100).toFixed(1)}%`

/** `9` → `"+9"`, `-4` → `"−4"`, `0` → `"0"`. */
export const signedText = (n: number): string => (n > 0 ? `+${countText(n)}` : n < 0 ? `−${countText(-n)}` : '0')
