// npm run db:new-migration NAME: writes what schema.prisma says beyond the migrations as the next migration.
import { relative } from 'node:path'
import { writeNewMigration } from '../dist/src/database/new-migration.js'

const name = process.argv[2] ?? ''
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case with underscores: npm run db:new-migration add_phone_to_person')
  process.exit(2)
}
const file = await writeNewMigration(name, new Date())
console.log(
  file
    ? `Wrote ${relative(process.cwd(), file)}. Read it before you commit it.`
    : 'The schema and the migrations agree.',
)
