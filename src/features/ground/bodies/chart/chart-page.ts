import type { Actor } from '../../../../access/actor.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { type ChartFacts, type ChartNode, type ChartSide, chartFacts } from './chart-facts.ts'
import { drawChart } from './chart-layout.ts'

interface ListNode {
  text: string
  href: string | null
  note: string
  below: ListNode[]
}

/** The organisation drawn, and the same as a list. */
export function chartPage(actor: Actor, dag: Day | null) {
  const on = dag ?? actor.today
  const facts = chartFacts(actor, on)
  const list = listOf(facts)
  return {
    title: 'Organisationsdiagram',
    active: 'organisation',
    crumbs: [{ text: 'Organisationsdiagram' }],
    day: on,
    asOf: longDay(on),
    nothing: list.length === 0,
    chart: drawChart(facts),
    list,
  }
}

/** Everything that the drawing says, in reading order. */
export function listOf(facts: ChartFacts): ListNode[] {
  return [
    ...sideNode(facts.housing),
    ...(facts.jointGroup ? [listNode(facts.jointGroup)] : []),
    ...sideNode(facts.municipality),
    ...(facts.external.length > 0 ? [group('Eksterne organisationer', facts.external.map(listNode))] : []),
  ]
}

function sideNode(side: ChartSide): ListNode[] {
  const bodies = [side.strategyGroup, side.secretariat].filter(node => node !== null)
  const below = [...bodies, ...side.organisations].map(listNode)
  return below.length === 0 ? [] : [group(side.heading, below)]
}

const group = (text: string, below: ListNode[]): ListNode => ({ text, href: null, note: '', below })

const listNode = (node: ChartNode): ListNode => ({
  text: node.name,
  href: node.href,
  note: node.notes.join('. '),
  below: node.below.map(listNode),
})
