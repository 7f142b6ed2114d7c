import type { Routes } from '../../http/route.ts'

export function accountRoutes(_route: Routes): void {}
