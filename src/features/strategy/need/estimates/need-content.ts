import { z } from 'zod'
import { type Day, day } from '../../../../kernel/days.ts'
import { sealedContent } from '../../../ground/sealed/index.ts'
import { type NeedLine, needSizes, needTypes } from '../balance/balance-rules.ts'

export const needStatuses = ['WORKING', 'PRELIMINARY', 'FINAL'] as const
export type NeedStatus = (typeof needStatuses)[number]

/** With the district's name as it was when the version was published. */
export interface StatedLine extends NeedLine {
  district: string
}

/** R42: what a version of an estimate says. */
export interface NeedContent {
  title: string
  status: NeedStatus
  method: string
  source: string
  calculatedOn: Day
  /** What is new since the version before; empty for the first. */
  changed: string
  lines: StatedLine[]
}

const count = z.number().int().nonnegative()

export const needContent = sealedContent<NeedContent>({
  later: [],
  schema: z.object({
    title: z.string(),
    status: z.enum(needStatuses),
    method: z.string(),
    source: z.string(),
    calculatedOn: z.string().transform(day),
    changed: z.string(),
    lines: z.array(
      z.object({
        ...{ districtId: z.number().nullable(), district: z.string(), year: count },
        ...{ type: z.enum(needTypes), size: z.enum(needSizes), low: count, middle: count, high: count },
      }),
    ),
  }),
})

const keyOf = ({ districtId, type, size, year }: NeedLine): string => `${districtId} ${type} ${size} ${year}`

/** A line as it stood in the version before: what it said of the same; undefined: nothing. */
export function linesBefore(before: readonly StatedLine[]): (line: NeedLine) => StatedLine | undefined {
  const known = new Map(before.map(line => [keyOf(line), line]))
  return line => known.get(keyOf(line))
}
