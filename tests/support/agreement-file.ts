import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const name = join('shared', 'seeds', 'aftale-2008.md')

/**
 * The real agreement lies beside the repository, not in it: in shared/seeds of a folder above the checkout, or where
 * AGREEMENT_FILE says. Null, and loudly so, when it is not there.
 */
export function agreementFile(): string | null {
  const told = process.env.AGREEMENT_FILE
  const candidates = told ? [resolve(told)] : above(process.cwd(), mainCheckout()).map(folder => join(folder, name))
  const found = candidates.find(existsSync)
  if (found) return found
  process.stderr.write(
    `\n*** THE AGREEMENT OF 2008 WAS NOT FOUND (${told ?? `../${name}`}). ***\n` +
      '*** That it imports whole is NOT tested. Set AGREEMENT_FILE to its path. ***\n\n',
  )
  return null
}

/** Every folder above these, the nearest first. */
function above(...starts: string[]): string[] {
  return starts.flatMap(start => {
    const folders: string[] = []
    for (let folder = dirname(start); !folders.includes(folder); folder = dirname(folder)) folders.push(folder)
    return folders
  })
}

/** A second worktree may lie anywhere; the main one lies beside the agreement. */
function mainCheckout(): string {
  try {
    const common = execFileSync('git', ['rev-parse', '--git-common-dir'], { encoding: 'utf8', stdio: 'pipe' })
    return dirname(resolve(common.trim()))
  } catch {
    return process.cwd()
  }
}
