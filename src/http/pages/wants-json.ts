import type { Request } from 'express'

/** Sent by our own script, which reads sentences and not pages: autosave. */
export const wantsJson = (req: Request): boolean => req.get('accept')?.startsWith('application/json') ?? false
