/**
 * What keeps the portal from reading or writing its own files, told apart by code and never by text: the same fault
 * comes from SQLite, wrapped by Prisma, or from the file system. The message is what a person reads.
 */
export abstract class StorageFault extends Error {
  /** What the answer says to a browser. */
  abstract readonly status: 503 | 507
  /** A heading for the page, in Danish. */
  abstract readonly title: string
  /** For the log: what the operator should look at. */
  abstract readonly advice: string

  constructor(message: string, cause: unknown) {
    super(message, { cause })
    this.name = new.target.name
  }
}

/** Another process holds the write lock, or the writer's queue is too long. */
export class DatabaseBusy extends StorageFault {
  readonly status = 503
  readonly title = 'Portalen er optaget lige nu'
  readonly advice = 'Another program holds the database, or the writer has too much to do.'
  constructor(cause?: unknown) {
    super('Portalen er optaget af noget andet lige nu, så intet er gemt. Vent et øjeblik, og prøv igen.', cause)
  }
}

/** The disk, or what this user may use of it, is full. */
export class DiskFull extends StorageFault {
  readonly status = 507
  readonly title = 'Der er ikke plads til at gemme'
  readonly advice = 'The disk is full or takes no more. Make room on it; the portal goes on by itself.'
  constructor(cause?: unknown) {
    super(
      'Serverens disk er fuld, så intet er gemt. Det, du allerede havde gemt, er ikke gået tabt. Sig det til den, der driver portalen, og prøv igen bagefter.',
      cause,
    )
  }
}

/** The file or its folder cannot be written: rights, or a disk mounted for reading alone. */
export class NotWritable extends StorageFault {
  readonly status = 503
  readonly title = 'Der kan ikke gemmes lige nu'
  readonly advice = 'The data folder cannot be written. Look at its owner, its rights and the disk.'
  constructor(cause?: unknown) {
    super(
      'Serveren kan ikke skrive til sine data, så intet er gemt. Det, du allerede havde gemt, er ikke gået tabt. Sig det til den, der driver portalen, og prøv igen bagefter.',
      cause,
    )
  }
}

/** A page of the database cannot be read as SQLite wrote it. Pages that do not need it are unharmed. */
export class DatabaseDamaged extends StorageFault {
  readonly status = 503
  readonly title = 'Noget af portalens data kan ikke læses'
  readonly advice =
    'The database file is damaged, or its disk is. Stop the server, run verify, and restore the last backup: see docs/OPERATION.md.'
  constructor(cause?: unknown) {
    super('Serveren kan ikke læse det, som denne side skal vise. De sider, der ikke bruger det, virker stadig.', cause)
  }
}

/** @returns the fault in this module's terms; null when it is of another kind */
export function storageFault(fault: unknown): StorageFault | null {
  if (fault instanceof StorageFault) return fault
  for (const code of codesOf(fault)) {
    const found = kinds.find(([pattern]) => pattern.test(code))
    if (found) return found[1](fault)
  }
  return null
}

const kinds: [RegExp, (cause: unknown) => StorageFault][] = [
  // P1008 and P2028 are Prisma's: the database timed out; no transaction could be begun, or it took too long.
  [/^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_PROTOCOL|P1008|P2028$)/, cause => new DatabaseBusy(cause)],
  // A quota or a limit on the size of files is told by SQLite as a write that failed.
  [/^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE|FSYNC)|ENOSPC$|EDQUOT$|EFBIG$)/, cause => new DiskFull(cause)],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS|DATA)|EIO$)/, c => new DatabaseDamaged(c)],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_IOERR|SQLITE_PERM|EROFS$|EACCES$|EPERM$)/,
    cause => new NotWritable(cause),
  ],
]

/** The codes that a fault carries: its own, and those of what it was made from. */
function codesOf(fault: unknown): string[] {
  const codes: string[] = []
  let inner: unknown = fault
  for (let depth = 0; depth < 6 && typeof inner === 'object' && inner !== null; depth += 1) {
    const { code, originalCode, meta, cause } = inner as Record<string, unknown>
    // Innermost last: what SQLite itself said is the nearest to the truth.
    for (const told of [code, originalCode]) if (typeof told === 'string') codes.unshift(told)
    inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ?? cause
  }
  return codes
}
