/** Runs `write` for a hundred rows at a time: few round trips, and far from the protocol's limit of parameters. */
export const inChunks = async <T>(
  rows: readonly T[],
  write: (chunk: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += 100) await write(rows.slice(from, from + 100))
}
