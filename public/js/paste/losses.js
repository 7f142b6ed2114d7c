/** What typed text has no form for, as its writer is told. A sentence says what became of it, or what to do. */
const sentences = {
  pictures: 'Billeder er ikke kommet med: vedhæft dem som filer.',
  objects: 'Formler og indlejrede filer er ikke kommet med.',
  comments: 'Kommentarer i margenen er ikke kommet med.',
  underlined: 'Understregning er ikke kommet med: brug fed eller kursiv.',
  colours: 'Farvemarkeringer er ikke kommet med.',
  raised: 'Hævet og sænket skrift står som almindelig skrift.',
  headings: 'Overskrifter står med fed skrift.',
  merged: 'Flettede celler står i den første af dem.',
  cellLines: 'Linjerne i en celle står efter hinanden.',
  nested: 'En tabel inde i en anden tabel er blevet til tekst.',
  wide: 'En tabel med mere end 30 kolonner vises som linjer.',
}

/** Gathers what is lost, each once; in the order of the list above it is told. */
export function losses() {
  const lost = new Set()
  return {
    lose(what) {
      lost.add(what)
    },
    told: () => Object.keys(sentences).flatMap(what => (lost.has(what) ? [sentences[what]] : [])),
  }
}
