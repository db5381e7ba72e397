/** The database with nothing around it, for the limits. */
import pg from 'pg'

export type BarePlace = { readonly url: string } | { readonly folder: string }
export type BareAnswer = { readonly rows: readonly unknown[]; readonly changed: number }
export type BareQuery = {
  readonly query: (name: string, text: string, values: readonly unknown[]) => Promise<BareAnswer>
  readonly close: () => Promise<void>
}

export const openBareQuery = async (place: BarePlace, max: number): Promise<BareQuery> => {
  if ('url' in place) {
    const pool = new pg.Pool({ connectionString: place.url, max })
    return {
      query: async (name, text, values) => {
        const { rows, rowCount } = await pool.query({ name, text, values: [...values] })
        return { rows, changed: rowCount ?? 0 }
      },
      close: () => pool.end(),
    }
  }
  const { PGlite } = await import('@electric-sql/pglite')
  const engine = await PGlite.create(place.folder)
  return {
    query: async (_name, text, values) => {
      const { rows, affectedRows = 0 } = await engine.query(text, [...values])
      return { rows, changed: affectedRows }
    },
    close: () => engine.close(),
  }
}
