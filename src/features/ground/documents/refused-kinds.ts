/** What people often have, why it is not taken in, and what to do. Each goes on from »Filen »x««. */
const reasons: readonly [extensions: string, reason: string][] = [
  [
    'heic heif hif avif',
    'er et billede i Apples format (HEIC), som mange ikke kan åbne. Gem det som JPEG, og vælg det nye billede. På en iPhone: Indstillinger > Kamera > Formater > Mest kompatible.',
  ],
  [
    'msg eml mht oft',
    'er en e-mail. Gem den som PDF (Filer > Udskriv > Microsoft Print to PDF), og vedhæft dens filer for sig.',
  ],
  [
    'docm dotm xlsm xltm xlsb pptm ppsm potm',
    'kan indeholde makroer, og de kan gøre skade. Gem den som .docx, .xlsx eller .pptx, eller som PDF.',
  ],
  [
    'dotx xltx potx ppsx',
    'er en skabelon eller et diasshow. Gem den som almindeligt dokument (.docx, .xlsx eller .pptx) eller som PDF.',
  ],
  ['rtf', 'er i RTF-format. Gem den som Word-dokument (.docx) eller PDF.'],
  ['pages numbers key', 'er fra Apples programmer. Eksportér den til PDF, Word eller Excel.'],
  ['zip rar 7z gz tar', 'er en pakket fil. Pak den ud, og vedhæft filerne én for én.'],
  ['html htm xhtml svg xml js', 'kan indeholde programkode. Gem den som PDF eller billede.'],
  ['tif tiff bmp', 'er et billede, som browsere ikke kan vise. Gem det som PNG, JPEG eller PDF.'],
  ['mp4 mov avi mp3 m4a wav', 'er en video eller lydfil. Læg den et andet sted, og skriv adressen i teksten.'],
  ['lnk url website', 'er kun en genvej. Find selve filen, og vedhæft den.'],
  ['exe bat cmd com scr ps1 vbs msi jar sh', 'er et program, og programmer kan ikke modtages.'],
]

/** Null: nothing special is known of the kind. */
export const refusedExtension = (extension: string): string | null =>
  reasons.find(([extensions]) => extensions.split(' ').includes(extension))?.[1] ?? null
