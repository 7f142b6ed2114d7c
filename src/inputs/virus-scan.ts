import { spawn } from 'node:child_process'
import { NoTurn, Turns } from './turns.ts'

/** A command of the operator's that looks through a file: the path is its last word, and 0 says that all is well. */
export interface VirusScanner {
  command: readonly string[]
  seconds: number
}

export type ScanVerdict =
  | 'clean'
  /** The scanner ended, and not with 0. */
  | 'refused'
  /** It is not there, hangs or was ended: nothing is known of the file, so it is not let in. */
  | 'unscanned'
  | 'busy'

const turns = new Turns({ atOnce: 2, longestWait: 60_000 })

/** Has a file looked through. A shell is never asked, and the scanner is told nothing of the portal's secrets. */
export const scanFile = (scanner: VirusScanner, path: string, who: string): Promise<ScanVerdict> =>
  turns
    .run(who, () => scanNow(scanner, path))
    .catch(fault => {
      if (fault instanceof NoTurn) return 'busy'
      throw fault
    })

function scanNow({ command, seconds }: VirusScanner, path: string): Promise<ScanVerdict> {
  const [program = '', ...words] = command
  return new Promise(resolve => {
    const { PATH, HOME, SystemRoot } = process.env
    const scan = spawn(program, [...words, path], {
      stdio: 'ignore',
      env: { PATH, HOME, ...(SystemRoot ? { SystemRoot } : {}) },
      // A group of its own, so that what the scanner started ends with it.
      detached: process.platform !== 'win32',
    })
    const timer = setTimeout(() => {
      end(scan.pid)
      resolve('unscanned')
    }, seconds * 1000)
    scan.once('error', () => {
      clearTimeout(timer)
      resolve('unscanned')
    })
    scan.once('exit', code => {
      clearTimeout(timer)
      resolve(code === 0 ? 'clean' : code === null || notRun.includes(code) ? 'unscanned' : 'refused')
    })
  })
}

/** What a shell or env says when it could not start what it was told to. */
const notRun = [126, 127]

function end(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
