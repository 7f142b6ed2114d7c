import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Answer, html } from '../../../../http/pages/answers.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'

/**
 * How a text will look, drawn by the very renderer that the pages use. A person who writes asks now and then; sixty times
 * a minute is enough for that, and too little to keep the server busy.
 */
export function previews(): (person: number, text: string) => Promise<Answer> {
  const limiter = new RateLimiterMemory({ points: 60, duration: 60 })
  return async (person, text) => {
    const allowed = await limiter.consume(person).then(
      () => true,
      () => false,
    )
    return html('meetings/preview', { textHtml: allowed ? renderMarkdown(text) : '' }, allowed ? 200 : 429)
  }
}
