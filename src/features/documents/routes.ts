import type { Routes } from '../../http/route.ts'

export function documentRoutes(_route: Routes): void {}
