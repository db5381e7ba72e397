/** `"88402217"` → `"8840 2217"`: groups of four, counted from the end. */
export const orderNumberText = (number: string): string => number.replace(/\B(?=(\w{4})+$)/g, ' ')
