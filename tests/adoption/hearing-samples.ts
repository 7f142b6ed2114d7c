import { one, type RouteSamples } from '../support/samples.ts'

/** The hearings about a kind of text: one that organisations of both sides were asked in. */
export function hearingSamples(kind: string): RouteSamples[] {
  const hearings = `SELECT s.slug AS text, h.number, o.slug AS organisation FROM TextHearing h JOIN SharedText s ON s.id = h.textId
    JOIN TextHearingAsked a ON a.hearingId = h.id JOIN Organisation o ON o.id = a.organisationId WHERE s.kind = '${kind}'`
  const at = `/${kind}/:text/hoeringer/:number`
  return [
    {
      of: at,
      inDemo: db => [{ owner: 'joint', values: one(db, `${hearings} AND o.slug = 'hoejstrup'`) }],
      anywhere: `${hearings} AND o.slug IN ('hoejstrup', 'fab')`,
    },
    {
      of: `${at}/svar/:organisation`,
      inDemo: db => [
        { owner: 'housing', values: one(db, `${hearings} AND o.slug = 'hoejstrup'`) },
        { owner: 'municipal', values: one(db, `${hearings} AND o.slug = 'by-og-kulturforvaltningen'`) },
      ],
    },
  ]
}
