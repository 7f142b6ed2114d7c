import { demoPassword } from '../../src/access/sign-in-rules.ts'
import type { Database } from '../../src/database/database.ts'
import { dayOf, type Instant } from '../../src/kernel/days.ts'
import type { Settings } from '../../src/settings.ts'
import { isEmpty } from './is-empty.ts'

/** Before the demo serves: loads it when the database is empty, and says who may sign in. */
export async function prepareDemo(database: Database, settings: Settings, now: Instant): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`)
  if (isEmpty(database)) {
    print('Loading the demo: three years of meetings, a few seconds …')
    // Everything that the demo tells takes memory, which a server that finds it laid out can do without.
    const { loadDemo } = await import('./load.ts')
    const { meetings, cases } = await loadDemo(database, { today: dayOf(now) })
    print(`${meetings} meetings and ${cases} cases are laid out around today. All of them are invented.`)
  } else {
    print(`The demo in ${settings.dataDir} is used as it stands. Delete the folder to begin anew.`)
  }
  const accounts = database.sql.all<{ email: string; name: string; organisation: string }>(
    `SELECT a.email, p.name, o.shortName AS organisation
     FROM Account a JOIN Person p ON p.id = a.personId JOIN Organisation o ON o.id = p.organisationId
     WHERE a.demo AND a.disabledAt IS NULL ORDER BY a.id`,
  )
  print(`\nSign in with one of these and the password ${demoPassword}:\n`)
  for (const { email, name, organisation } of accounts) print(`  ${email.padEnd(52)} ${name}, ${organisation}`)
}
