/** A child process that answers one question at a time over IPC; CPU time is read from /proc where it exists. */
import { fork, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Child = {
  readonly ask: <T>(question: object) => Promise<T>
  readonly pid: number
  readonly stop: () => Promise<void>
}

export const startChild = async (
  file: string,
  env: Record<string, string>,
): Promise<Child & { readonly hello: Record<string, unknown> }> => {
  const child = fork(path.join(__dirname, file), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const hello = await nextMessage<Record<string, unknown>>(child)
  return {
    hello,
    pid: child.pid ?? 0,
    ask: (question) => {
      const answer = nextMessage(child)
      child.send(question)
      return answer as never
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

const nextMessage = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a child ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as T)
    })
  })

const TICKS = 100

/** CPU milliseconds that all processes of PostgreSQL under `parent` have used, or null without /proc. */
export const cpuOfTree = (parent: number): number | null => {
  try {
    let ticks = 0
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = statOf(pid)
      if (stat && (stat.pid === parent || stat.ppid === parent)) ticks += stat.ticks
    }
    return (ticks * 1000) / TICKS
  } catch {
    return null
  }
}

const statOf = (pid: string): { pid: number; ppid: number; ticks: number } | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return {
      pid: Number(pid),
      ppid: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
    }
  } catch {
    return null
  }
}
