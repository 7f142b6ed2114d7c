import type { Request, Response } from 'express'
import multer from 'multer'
import { cleanFileName } from '../../kernel/file-names.ts'
import { hashing } from '../../kernel/hash.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bodyOf, Unreadable } from './bodies.ts'

export interface UploadedFile {
  name: string
  buffer: Buffer
  size: number
}

export interface UploadLimits {
  field: string
  maxFiles: number
  maxBytes: number
  /** Of all files together, where several are taken. */
  maxTotalBytes?: number
  /** Refuses what must not be taken in. Before the act begins: nothing of the database waits for it. */
  check?: (file: UploadedFile, where: FileWhere) => Promise<void>
}

export interface FileWhere {
  /** The file on the disk, for as long as it is checked; null: it is so small that it is handed over as it is. */
  path: string | null
  who: string
}

const fields = { fields: 500, fieldSize: 500_000, fieldNameSize: 200, parts: 520, headerPairs: 20 }

/** Takes in a form's files, in memory and within its limits, and what stands beside them as any other form's body. */
export function receiver(options: UploadLimits) {
  const parse = multer({
    storage: heldUpTo(options),
    limits: { files: options.maxFiles, fileSize: options.maxBytes * readOn, ...fields },
    defParamCharset: 'utf8',
  }).array(options.field, options.maxFiles)
  return (req: Request, res: Response): Promise<UploadedFile[]> =>
    new Promise((resolve, reject) => {
      const received = (fault: unknown) => {
        // What stood beside a file that is refused is kept: the form is shown again with it.
        try {
          if (req.is('multipart/form-data')) req.body = bodyOf(fieldsIn(req.body))
        } catch (unreadable) {
          return reject(fault ? refusalOf(fault, options) : unreadable)
        }
        if (fault) return reject(refusalOf(fault, options))
        const files = (req.files ?? []) as Express.Multer.File[]
        if (files.some(({ size }) => size > options.maxBytes)) return reject(tooLarge(options))
        const total = files.reduce((sum, { size }) => sum + size, 0)
        if (total > totalOf(options)) return reject(tooMuch(options))
        resolve(files.map(({ originalname, buffer, size }) => ({ name: cleanFileName(originalname), buffer, size })))
      }
      parse(req, res, received)
    })
}

const withFiles = new WeakSet<object>()

const fieldsOnly = multer({
  storage: multer.memoryStorage(),
  fileFilter: (req, _file, done) => {
    withFiles.add(req)
    done(null, false)
  },
  limits: fields,
  defParamCharset: 'utf8',
}).any()

/** Reads what stands beside the files of a form that is not taken, and of the files only that there were some. */
export const readFieldsOnly = (req: Request, res: Response): Promise<void> =>
  new Promise(resolve => {
    if (!req.is('multipart/form-data')) return resolve()
    fieldsOnly(req, res, () => {
      try {
        req.body = { ...bodyOf(fieldsIn(req.body)), ...(withFiles.has(req) ? { _files: '1' } : {}) }
      } catch {
        req.body = {}
      }
      resolve()
    })
  })

/** A file that is somewhat too large is read to its end and let go, so that the fields after it are not lost. */
const readOn = 4

/** The file's hash is made as it comes: of a large one at its end, it would hold up everybody. */
function heldUpTo(options: UploadLimits): multer.StorageEngine {
  const { maxBytes } = options
  const totals = new WeakMap<object, number>()
  return {
    _handleFile(req, { stream }, done) {
      let held: Buffer[] = []
      let size = 0
      const hash = hashing()
      stream.on('data', (part: Buffer) => {
        size += part.length
        const total = (totals.get(req) ?? 0) + part.length
        totals.set(req, total)
        if (size > maxBytes || total > totalOf(options)) held = []
        else {
          held.push(part)
          hash.take(part)
        }
      })
      stream.once('error', fault => done(fault))
      stream.once('end', () => {
        const buffer = Buffer.concat(held)
        if (buffer.length === size) hash.isOf(buffer)
        done(null, { buffer, size })
      })
    },
    _removeFile: (_req, _file, done) => done(null),
  }
}

const tooLarge = ({ field, maxBytes }: UploadLimits): Refusal => {
  const limit = Math.round(maxBytes / 1024 / 1024)
  return new Refusal('rule', `Filen er for stor. Den må højst fylde ${limit} MB.`, { field })
}

const totalOf = ({ maxFiles, maxBytes, maxTotalBytes }: UploadLimits): number => maxTotalBytes ?? maxFiles * maxBytes

const tooMuch = (options: UploadLimits): Refusal => {
  const limit = Math.round(totalOf(options) / 1024 / 1024)
  return new Refusal(
    'rule',
    `Filerne fylder for meget tilsammen. De må højst fylde ${limit} MB. Vælg færre ad gangen.`,
    {
      field: options.field,
    },
  )
}

function refusalOf(fault: unknown, options: UploadLimits): Error {
  if (!(fault instanceof multer.MulterError)) return new Unreadable('Filen kom ikke helt frem. Prøv igen.')
  if (fault.code === 'LIMIT_FILE_SIZE') return tooLarge(options)
  const { field, maxFiles } = options
  const most = maxFiles > 1 ? `Vælg højst ${maxFiles} filer ad gangen.` : 'Prøv igen med én fil ad gangen.'
  return new Refusal('rule', `${maxFiles > 1 ? 'Filerne' : 'Filen'} kunne ikke modtages. ${most}`, { field })
}

/** The parser has taken the names apart already; they are put together again, to be read as those of any other form. */
function fieldsIn(sent: unknown, name = ''): [string, string][] {
  if (typeof sent === 'string') return [[name, sent]]
  if (Array.isArray(sent) && sent.every(part => typeof part === 'string')) return sent.map(part => [name, part])
  return Object.entries(sent ?? {}).flatMap(([part, value]) => fieldsIn(value, name === '' ? part : `${name}[${part}]`))
}
