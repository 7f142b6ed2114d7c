import type { ChangeKind, ChangeState } from '../balance/balance-rules.ts'

export const changeKinds: Record<ChangeKind, string> = {
  BUILT: 'Nybyggeri',
  ADDED: 'Anden tilgang',
  DEMOLISHED: 'Nedrivning',
  SOLD: 'Salg',
  REMOVED: 'Anden afgang',
}

export const changeStates: Record<ChangeState, { text: string; kind: 'neutral' | 'info' | 'success' }> = {
  PLANNED: { text: 'Planlagt', kind: 'neutral' },
  DECIDED: { text: 'Besluttet', kind: 'info' },
  DONE: { text: 'Gennemført', kind: 'success' },
  DROPPED: { text: 'Opgivet', kind: 'neutral' },
}
