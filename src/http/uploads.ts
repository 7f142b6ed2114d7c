import type { Request, Response } from 'express'
import multer from 'multer'
import { Refusal } from '../kernel/refusal.ts'
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
}

const fields = { fields: 500, fieldSize: 500_000, fieldNameSize: 200, parts: 520, headerPairs: 20 }

/** Takes in a form's files, in memory and within its limits, and what stands beside them as any other form's body. */
export function receiver(options: UploadLimits) {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { files: options.maxFiles, fileSize: options.maxBytes, ...fields },
    defParamCharset: 'utf8',
  }).array(options.field, options.maxFiles)
  return (req: Request, res: Response): Promise<UploadedFile[]> =>
    new Promise((resolve, reject) => {
      const received = (fault: unknown) => {
        if (fault) return reject(refusalOf(fault, options))
        try {
          if (req.is('multipart/form-data')) req.body = bodyOf(fieldsIn(req.body))
        } catch (unreadable) {
          return reject(unreadable)
        }
        const files = (req.files ?? []) as Express.Multer.File[]
        resolve(files.map(({ originalname, buffer, size }) => ({ name: cleanName(originalname), buffer, size })))
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

function refusalOf(fault: unknown, { field, maxBytes }: UploadLimits): Error {
  if (!(fault instanceof multer.MulterError)) return new Unreadable('Filen kom ikke helt frem. Prøv igen.')
  const limit = Math.round(maxBytes / 1024 / 1024)
  const told =
    fault.code === 'LIMIT_FILE_SIZE'
      ? `Filen er for stor. Den må højst fylde ${limit} MB.`
      : 'Filen kunne ikke modtages. Prøv igen med én fil ad gangen.'
  return new Refusal('rule', told, { field })
}

/** The parser has taken the names apart already; they are put together again, to be read as those of any other form. */
function fieldsIn(sent: unknown, name = ''): [string, string][] {
  if (typeof sent === 'string') return [[name, sent]]
  if (Array.isArray(sent) && sent.every(part => typeof part === 'string')) return sent.map(part => [name, part])
  return Object.entries(sent ?? {}).flatMap(([part, value]) => fieldsIn(value, name === '' ? part : `${name}[${part}]`))
}

/** No path, and no sign that ends a text or a line. */
const cleanName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-200) || 'fil'
