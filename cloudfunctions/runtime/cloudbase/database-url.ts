/** The database's address: `DATABASE_URL`, or the `PG…` variables that an environment in PG mode sets. */
export const databaseUrl = (env: NodeJS.ProcessEnv): string | null => {
  if (env['DATABASE_URL']) return env['DATABASE_URL']
  const { PGHOST, PGPORT = '5432', PGUSER, PGPASSWORD = '', PGDATABASE } = env
  if (!PGHOST || !PGUSER || !PGDATABASE) return null
  const [user, password, database] = [PGUSER, PGPASSWORD, PGDATABASE].map(encodeURIComponent)
  return `postgres://${user}:${password}@${PGHOST}:${PGPORT}/${database}`
}
