/**
 * Runs in a fresh Node inside the copied folder of one function: loads it as the platform does, asks it `questions`
 * (JSON in argv) as a caller without identity, prints what it saw on a line that begins with PROBE, among its logs.
 */
const startedAt = process.hrtime.bigint()
const { main } = require(require('node:path').join(__dirname, 'index.js'))
const requireMs = Number(process.hrtime.bigint() - startedAt) / 1e6

const ask = async (question) => {
  try {
    return await main(question, { request_id: 'probe' })
  } catch (error) {
    return { thrown: String(error) }
  }
}

const answers = async () => {
  const replies = []
  for (const question of JSON.parse(process.argv[2])) replies.push(await ask(question))
  return replies
}

answers().then((replies) => {
  process.stdout.write(`\nPROBE ${JSON.stringify({ exported: typeof main, requireMs, replies })}\n`, () =>
    process.exit(),
  )
})
