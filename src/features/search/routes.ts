import type { Routes } from '../../http/route.ts'

export function searchRoutes(_route: Routes): void {}
