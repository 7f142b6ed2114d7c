let list: Promise<readonly string[]> | null = null

/** The most used passwords of all, some 49,000. Read when somebody first chooses one: it takes a moment to unpack. */
export async function commonPasswords(): Promise<(word: string) => boolean> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => dictionary['passwords-common'] as string[])
  const words = await list
  return word => words.includes(word)
}
