import type { Feature } from '../../../http/feature.ts'
import type { Routes } from '../../../http/route.ts'
import { blockRoutes } from './blocks/block-routes.ts'
import { minutesDocumentRoutes } from './pages/minutes-routes.ts'
import { sessionRoutes } from './session/session-routes.ts'

export function minutesRoutes(route: Routes, features: readonly Feature[]): void {
  sessionRoutes(route, features)
  blockRoutes(route)
  minutesDocumentRoutes(route)
}
