import { existsSync } from 'node:fs'
import { demoPassword } from '../access/sign-in-rules.ts'
import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'
import { dayOf, type Instant } from '../kernel/days.ts'
import type { Settings } from '../settings.ts'
import { layOutDemo } from './lay-out.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Before the demo's database is opened: lays it out where there is none. */
export async function prepareDemo(settings: Settings, now: Instant): Promise<void> {
  if (!existsSync(settings.databaseFile)) print('Loading the demo: three years of meetings, a few seconds …')
  const laidOut = await layOutDemo(settings, dayOf(now))
  if (laidOut) {
    const { meetings, cases } = laidOut
    print(`${meetings} meetings and ${cases} cases are laid out around today. All of them are invented.`)
  } else {
    print(`The demo in ${settings.dataDir} is used as it stands. Delete the folder to begin anew.`)
  }
}

const accountRow = rowsOf({
  email: column.text,
  name: column.text,
  organisation: column.text,
})

/** Says who may sign in. */
export function presentDemo(database: Database): void {
  const accounts = database.sql.all(
    accountRow,
    `SELECT a.email, p.name, o.shortName AS organisation
     FROM Account a JOIN Person p ON p.id = a.personId JOIN Organisation o ON o.id = p.organisationId
     WHERE a.demo AND a.disabledAt IS NULL ORDER BY a.id`,
  )
  print(`\nSign in with one of these and the password ${demoPassword}:\n`)
  for (const { email, name, organisation } of accounts) print(`  ${email.padEnd(52)} ${name}, ${organisation}`)
}
