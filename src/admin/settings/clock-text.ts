/** `1050` → `"17:30"`: a minute of the day as the wall clock shows it. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
