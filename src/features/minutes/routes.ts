import type { Routes } from '../../http/route.ts'

export function minutesRoutes(_route: Routes): void {}
