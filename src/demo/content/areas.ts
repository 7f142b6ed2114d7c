/** Real housing areas of Odense, by name and bydel alone; where the bydel is not established it is left out. */
export const areas: { name: string; district: string }[] = [
  { name: 'Vollsmose Parkerne', district: 'Vollsmose' },
  { name: 'Vollsmose Haverne', district: 'Vollsmose' },
  { name: 'Korsløkkeparken', district: 'Korsløkke' },
  { name: 'Højstruphave', district: 'Højstrup' },
  { name: 'Uffesvej', district: 'Højstrup' },
  { name: 'Ejerslykke', district: '' },
  { name: 'Skt. Klemensparken', district: '' },
]
