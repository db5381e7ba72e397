/** For tiers that wait for a database, a browser or a compiler on a busy machine: a limit against hanging, not a measure. */
jest.setTimeout(120_000)
