import type { Request, Response } from 'express'
import multer from 'multer'
import { Refusal } from '../kernel/refusal.ts'

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

/** Takes in a form's files, in memory and within its limits. */
export function receiver(options: UploadLimits) {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { files: options.maxFiles, fileSize: options.maxBytes, fields: 500, fieldSize: 500_000 },
    defParamCharset: 'utf8',
  }).array(options.field, options.maxFiles)
  return (req: Request, res: Response): Promise<UploadedFile[]> =>
    new Promise((resolve, reject) => {
      parse(req, res, (fault: unknown) => {
        if (fault instanceof multer.MulterError) {
          const limit = Math.round(options.maxBytes / 1024 / 1024)
          const told =
            fault.code === 'LIMIT_FILE_SIZE'
              ? `Filen er for stor. Den må højst fylde ${limit} MB.`
              : 'Filen kunne ikke modtages. Prøv igen med én fil ad gangen.'
          return reject(new Refusal('rule', told, { field: options.field }))
        }
        if (fault) return reject(fault)
        const files = (req.files ?? []) as Express.Multer.File[]
        resolve(files.map(({ originalname, buffer, size }) => ({ name: originalname, buffer, size })))
      })
    })
}
