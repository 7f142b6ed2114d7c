import type { Routes } from '../../http/route.ts'

export function bodyRoutes(_route: Routes): void {}
