/** The answer of `work`, or of `late` if it takes longer than `ms`. The work itself goes on: nobody can be stopped in the middle of a transaction. */
export const within = async <T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> => {
  let timer: NodeJS.Timeout | undefined
  const clock = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms)
  })
  try {
    return await Promise.race([work, clock])
  } finally {
    clearTimeout(timer)
  }
}
