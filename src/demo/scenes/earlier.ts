import { enterRecord } from '../../features/meetings/earlier/index.ts'
import { addDays, type Day, momentOf } from '../../kernel/days.ts'
import { readWrittenDate } from '../../kernel/written-date.ts'
import { earlier } from '../content/earlier.ts'
import { smallPdf } from '../pdf.ts'
import type { Stage } from '../stage.ts'

/** The secretariats enter what there is from before the cooperation's first day, when the story begins. */
export function playEarlier(stage: Stage, first: Day): void {
  for (const document of earlier) {
    const { title, text, file, closed } = document
    stage.timeline.at(momentOf(addDays(first, -100), '13:00'), `enter ${title}`, async at => {
      await enterRecord(stage.cast.actor(document.by, at), {
        bodyId: stage.cast.body(document.body).id,
        kind: document.kind,
        date: readWrittenDate(document.date),
        number: document.number ?? '',
        title,
        text,
        caseId: null,
        closed: closed !== undefined,
        closedReason: closed?.reason ?? '',
        publicTitle: closed?.publicTitle ?? '',
        position: document.position ?? false,
        positionUntil: null,
        files: file ? [{ name: file, buffer: smallPdf(title, [text]) }] : [],
      })
    })
  }
}
