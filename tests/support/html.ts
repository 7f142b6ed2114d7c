import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const loader = new StaticConfigLoader({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Templates leave empty lines where a branch was not taken; nobody reads them.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    // A page's title stands before the name of the portal, which a search result may cut.
    'long-title': 'off',
    // Sorted tables and lists of filters carry their own role beside what HTML gives them in older readers.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Files are served by ourselves only.
    'require-sri': 'off',
    // A form that asks again without the browser's bubbles has its own sentences.
    'form-dup-name': ['error', { allowArrayBrackets: true, shared: ['radio', 'submit', 'button', 'checkbox'] }],
    // Buttons are of type submit in so many words; the order of the classes is nobody's business.
    'no-inline-style': 'error',
    'tel-non-breaking': 'off',
  },
})
const validator = new HtmlValidate(loader)

/** What is wrong with a page's HTML, one line each: the place, the rule and the sentence. Empty when it is valid. */
export async function htmlFaults(text: string): Promise<string[]> {
  const report = await validator.validateString(text)
  return report.results.flatMap(result =>
    result.messages.map(found => `${found.line}:${found.column} ${found.ruleId}: ${found.message}`),
  )
}
