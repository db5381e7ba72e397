/** A local cloud in a process of its own, to be killed outright: says its address, then serves until it is gone. */
import { startLocalCloud } from '../../cloudfunctions/runtime/local/cloud'

const [port = '0', dataDir = '', databaseUrl] = process.argv.slice(2)

void startLocalCloud({ port: Number(port), dataDir, databaseUrl, quiet: true, timeFactor: 0.0005 }).then(({ url }) =>
  process.stdout.write(`${url}\n`),
)
