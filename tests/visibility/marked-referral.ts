import { smallPdf } from '../../src/demo/pdf.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { answerReferral } from '../../src/features/decisions/referrals/index.ts'
import { attachFile } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { oere } from '../../src/kernel/money.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'
import { heldMeeting } from './marked-minutes.ts'

type Marking = (by: readonly string[], what: string) => string

/**
 * A closed decision that is put before two bodies, its minutes out. What is put before a body its keeper reads (R67),
 * and what the body has said; what belongs to the meeting alone the keeper does not.
 */
export async function markedReferral(
  portal: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  inside: readonly string[],
): Promise<void> {
  const { db } = portal
  const asked = [...inside, 'mandat.byraad']
  const prepared = '2026-02-17T09:00:00.000Z'
  const during = '2026-03-05T12:30:00.000Z'
  const answered = '2026-03-11T09:00:00.000Z'
  const housing = (at: string) => cooperation.actor('sekretariat.bolig', at)
  const row = (slug: string, amount: number | null, legal: string | null) => ({
    organisationId: cooperation.organisation(slug),
    amount: amount === null ? null : oere(amount),
    legal,
    organisational: null,
  })
  const stance = (side: 'HOUSING' | 'MUNICIPALITY') => ({
    side,
    organisationId: null,
    kind: 'WITH_RESERVATION' as const,
    text: mark(asked, `forelagt beslutning: forbehold ${side}`),
  })
  const meeting = await heldMeeting(portal, cooperation, {
    prepared,
    day: '2026-03-05',
    sent: '2026-03-10T09:00:00.000Z',
    items: [
      {
        draft: {
          title: mark(asked, 'forelagt punkt: titel'),
          kind: 'DECISION',
          coordination: true,
          summary: mark(asked, 'forelagt punkt: resumé'),
          recommendation: mark(asked, 'forelagt punkt: indstilling'),
          presentation: mark(asked, 'forelagt punkt: fremstilling'),
          effect: mark(asked, 'forelagt punkt: effekt'),
          economy: mark(asked, 'forelagt punkt: økonomi'),
          presenter: mark(inside, 'forelagt punkt: oplæg'),
          guests: mark(inside, 'forelagt punkt: gæster'),
          closed: true,
          closedReason: 'Forhandlingsposition',
          publicTitle: 'Stedfortræder',
        },
        async prepare(itemId) {
          const name = `${mark(asked, 'forelagt punkt: filnavn')}.pdf`
          const file = { name, buffer: smallPdf('Bilag', ['Tekst']) }
          await attachFile(housing(prepared), { itemId, title: mark(asked, 'forelagt punkt: bilag'), file })
        },
        async decide({ meetingId, itemId }) {
          await recordDecision(housing(during), {
            meetingId,
            itemId,
            title: mark(asked, 'forelagt beslutning: titel'),
            text: mark(asked, 'forelagt beslutning: tekst'),
            publicTitle: 'Offentlig beslutning',
            publicText: 'Det offentlige.',
            sharedPosition: false,
            withChanges: false,
            subjectToApproval: true,
            noFollowUp: false,
            consequences: [
              row('by-og-kulturforvaltningen', 7_654_300, mark(asked, 'forelagt beslutning: juridisk')),
              row('domhusgaarden', 1_000_000, null),
            ],
            stances: [stance('HOUSING'), stance('MUNICIPALITY')],
            followUps: [
              {
                text: mark(inside, 'opfølgning på forelagt beslutning'),
                organisationId: cooperation.organisation('hoejstrup'),
                personId: null,
                dueDay: day('2026-06-01'),
              },
            ],
          })
        },
      },
    ],
  })
  const referral = await db.prisma.referral.findFirstOrThrow({
    where: { decision: { meetingId: meeting.id }, body: { organisation: { slug: 'odense-kommune' } } },
  })
  await answerReferral(cooperation.actor('mandat.byraad', answered), {
    referralId: referral.id,
    version: referral.version,
    answeredOn: day('2026-03-10'),
    protocolItem: '7',
    protocol: { name: `${mark([], 'protokollens eget navn')}.pdf`, buffer: smallPdf('Protokol', ['Punkt 7']) },
    answer: 'APPROVED_ON_CONDITIONS',
    conditions: mark(asked, 'forelæggelse: vilkår'),
  })
}
