import { execFile } from 'node:child_process'
import { setPriority } from 'node:os'
import { projectRoot } from '../migrations/migration-list.ts'
import { DatabaseDamaged } from '../storage-faults.ts'

const beginsAfterMs = 2_000
const endsAfterMs = 120_000

const program = `
  const db = new (require('better-sqlite3'))(process.argv[1], { readonly: true, timeout: 1000 })
  process.stdout.write(String(db.pragma('quick_check(1)', { simple: true })))`

/**
 * Reads the whole file once after a start, in a process of its own that gives way to others and ends after two minutes:
 * damage is named before somebody meets it, and nobody waits for it.
 */
export function checkInPassing(file: string, say: (line: string) => void): void {
  const begin = () => {
    const options = { cwd: projectRoot(), timeout: endsAfterMs, killSignal: 'SIGKILL' } as const
    const child = execFile(process.execPath, ['-e', program, file], options, (fault, found, told) => {
      if (fault?.killed || (!fault && found === 'ok')) return
      if (fault && !/SQLITE_(CORRUPT|NOTADB|IOERR)/.test(told)) return
      const what = found.split('\n')[0] || 'a page cannot be read'
      say(`${file}: ${new DatabaseDamaged().advice} (${what})`)
    })
    if (child.pid) setPriority(child.pid, 19)
    child.unref()
  }
  setTimeout(begin, beginsAfterMs).unref()
}
