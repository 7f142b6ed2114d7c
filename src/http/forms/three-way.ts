import { z } from 'zod'
import { hashBytes } from '../../kernel/hash.ts'

type Values = Record<string, unknown>

/**
 * The fields of a form as flat texts, by the names that the form gives them. A list of choices is one text, since one
 * sees and answers it as one. What is empty is left out: a field that nobody has filled in is the same as none.
 */
export function leavesOf(values: Values): Map<string, string> {
  const leaves = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) if (!name.startsWith('_')) gather(name, value, leaves)
  return leaves
}

function gather(name: string, value: unknown, leaves: Map<string, string>): void {
  if (Array.isArray(value) && !value.some(part => typeof part === 'object' && part !== null)) {
    const chosen = value.map(textOf).filter(part => part !== '')
    if (chosen.length > 0) leaves.set(name, chosen.sort().join('\n'))
  } else if (typeof value === 'object' && value !== null) {
    for (const [part, inner] of Object.entries(value)) gather(`${name}[${part}]`, inner, leaves)
  } else {
    const text = textOf(value)
    if (text !== '') leaves.set(name, text)
  }
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null || value === false) return ''
  return value === true ? '1' : String(value).replace(/\r\n/g, '\n').trim()
}

const mostLeaves = 400

/** What a form is opened with, as the form itself carries it along: enough to see which fields were touched since. */
export function baseOf(values: Values): string {
  const leaves = [...leavesOf(values)].slice(0, mostLeaves)
  return JSON.stringify(Object.fromEntries(leaves.map(([name, text]) => [name, sign(text)])))
}

const sign = (text: string): string => hashBytes(text).slice(0, 10)

/** Null for what no form of ours carries: then each difference counts as a change of both. */
export function readBase(given: unknown): Map<string, string> | null {
  if (typeof given !== 'string' || given === '') return null
  try {
    const read: unknown = JSON.parse(given)
    if (typeof read !== 'object' || read === null) return null
    return new Map(Object.entries(read).map(([name, value]) => [name, String(value)]))
  } catch {
    return null
  }
}

/** What a form was opened with, for an act that takes in by itself what two have changed in different fields. */
export interface OpenedWith {
  /** Whether the field held this text. */
  held(name: string, text: string): boolean
}

/** @returns null for what no form of ours carries: then nobody knows what was touched */
export function openedWith(given: unknown): OpenedWith | null {
  const base = readBase(given)
  return base && { held: (name, text) => (base.get(name) ?? '') === (textOf(text) === '' ? '' : sign(textOf(text))) }
}

export interface Merged {
  /** What the form shows now: what was typed, and the other's text wherever one has touched nothing. */
  values: Values
  /** What stands now in the fields that both have changed, each in its own way. */
  both: Record<string, string>
  /** What the other changed and one has not touched. */
  taken: Record<string, string>
}

/**
 * Field by field three ways: what the form was opened with, what stands now, and what was typed. What one has not
 * touched is the other's; what both have changed stays as it was typed, beside what stands.
 * @param isField leaves out what stands in the row but in no field of the form
 */
export function merge(
  typed: Values,
  base: Map<string, string> | null,
  now: Values,
  isField: (name: string) => boolean,
): Merged {
  const mine = leavesOf(typed)
  const theirs = leavesOf(now)
  const merged: Merged = { values: structuredClone(typed), both: {}, taken: {} }
  for (const name of new Set([...mine.keys(), ...theirs.keys()])) {
    if (!isField(name)) continue
    const [own, other] = [mine.get(name) ?? '', theirs.get(name) ?? '']
    if (own === other) continue
    const opened = base ? (base.get(name) ?? '') : null
    const isOpened = (text: string) => opened === (text === '' ? '' : sign(text))
    if (opened === null || !(isOpened(own) || isOpened(other))) merged.both[name] = other
    else if (isOpened(own)) {
      put(merged.values, name, valueAt(now, name))
      merged.taken[name] = other
    }
  }
  return merged
}

const partsOf = (name: string): string[] => name.split(/[[\]]+/).filter(part => part !== '')

function valueAt(values: Values, name: string): unknown {
  return partsOf(name).reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Values)[part] : undefined),
    values,
  )
}

function put(values: Values, name: string, value: unknown): void {
  const parts = partsOf(name)
  let at = values
  for (const part of parts.slice(0, -1)) {
    const inner = at[part]
    if (typeof inner !== 'object' || inner === null) at[part] = {}
    at = at[part] as Values
  }
  at[parts.at(-1) ?? ''] = value ?? ''
}

/** Whether a name is of a field that the form's schema reads. A schema without names of its own knows them all. */
export function fieldsOf(schema: z.ZodType): (name: string) => boolean {
  const names = namesIn(schema)
  return name => {
    const [first = ''] = partsOf(name)
    return first !== 'version' && (names === null || names.has(first))
  }
}

function namesIn(schema: unknown): Set<string> | null {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape))
  if (schema instanceof z.ZodPipe) return namesIn(schema.in) ?? namesIn(schema.out)
  return null
}
