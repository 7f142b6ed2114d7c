// Loaded before the portal (node --import): ends the process as a power cut does, when the database is asked for the
// statement that DIE_AT describes, once the cooperation itself has been written. DIE_AFTER: after it, not before.
import Sqlite from 'better-sqlite3'

const [awaited, after] = [process.env.DIE_AT, process.env.DIE_AFTER]
const prepare = Sqlite.prototype.prepare
let begun = false

Sqlite.prototype.prepare = function prepared(text) {
  begun ||= /INSERT INTO .*Cooperation/.test(text)
  const statement = prepare.call(this, text)
  if (!begun || !new RegExp(awaited).test(text)) return statement
  if (after) {
    statement.run()
  }
  process.kill(process.pid, 'SIGKILL')
  return statement
}
