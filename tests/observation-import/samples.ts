import type { RouteSamples } from '../support/samples.ts'

/** No file waits in the demo, nor in a world that a test has made: what is asked for is not there. */
const none = { id: '00000000-0000-4000-8000-000000000000', sheet: 0 }

export const samples: RouteSamples[] = [
  {
    of: '/indikatorer/indlaes/:id/',
    inDemo: () => [{ owner: 'none', values: none }],
    anywhere: `SELECT '${none.id}' AS id, 0 AS sheet`,
  },
  {
    of: '/indikatorer/indlaes/overskrifter/',
    inDemo: () => [{ owner: 'none', values: { id: 999_999 } }],
    anywhere: 'SELECT 999999 AS id',
  },
]
