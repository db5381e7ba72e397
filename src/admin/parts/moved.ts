/** The list with the thing at `from` standing at `to`. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, at) => at !== from)
  rest.splice(to, 0, ...list.slice(from, from + 1))
  return rest
}
