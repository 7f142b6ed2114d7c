/** What the line at a text says when the text is not saved: why, and what its writer does about it. */
export const words = {
  overtaken: 'Den anden udgave og din står her ved siden af hinanden. Vælg, hvad der skal gælde.',
  offline:
    'Der er ingen forbindelse til portalen. Skriv videre: Teksten er gemt i denne browser og sendes, når forbindelsen er tilbage.',
  later: 'Portalen kan ikke gemme lige nu. Skriv videre: Teksten er gemt i denne browser, og der prøves igen.',
  undecided: 'Der er to udgaver af teksten. Vælg ovenfor, hvad der skal gælde. Din tekst er gemt i denne browser.',
  signedOut: 'Du er logget ud. Teksten er gemt i denne browser, og den gemmes her, når du er logget ind igen.',
  another: name => `${name} er logget ind i denne browser. Teksten gemmes først, når du selv er logget ind igen.`,
  refused: told => `${told ?? 'Portalen afviste det.'} Teksten er gemt i denne browser.`,
  noAccess: told => `${told ?? 'Du har ikke adgang til at gemme her.'} Teksten er gemt i denne browser.`,
  foundAgain: when => `Det, du skrev den ${when}, nåede ikke at blive gemt. Det er sat ind igen og gemmes nu.`,
  foundAndOvertaken: when =>
    `Det, du skrev den ${when}, nåede ikke at blive gemt, og en anden har gemt siden. Vælg, hvad der skal gælde.`,
  merged: 'En anden har skrevet i andre afsnit. De er sat ind i teksten.',
}

export const toSignIn = { href: '/log-ind', text: 'Log ind i et nyt vindue' }
