// Lists for tests: people of an invented town, as offices send them.
const syllables =
  'ka ri mo le zo na dim sha hin nu nez mul ler fa vre pe tit ro si tes fay ko val sil va an dri sel am'.split(' ')
const word = (seed: number, length: number) =>
  Array.from({ length }, (_, at) => syllables[Math.floor(seed / syllables.length ** at) % syllables.length])
    .join('')
    .replace(/^./, (letter) => letter.toUpperCase())

/** A list of so many different people, with references. */
export function givenList(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const born = new Date(Date.UTC(1960, 0, 2 + at * 13)).toISOString().slice(0, 10)
    return [
      word(at * 31 + 7, 3),
      word(at * 17 + 3, 2),
      born,
      `079 ${String(1_000_000 + at)}`,
      `RV-${String(at + 1).padStart(4, '0')}`,
    ]
  })
  return [['Nom', 'Prénom', 'Né(e) le', 'Tél', 'N° de dossier'], ...lines].map((line) => line.join(';')).join('\r\n')
}

/** A small list with everything that can go wrong in it. */
export const mixedList = [
  'Nom;Prénom;Né(e) le;Tél. portable;N° de dossier;Remarques',
  "O'Brien;Séan;9.3.1990;079 000 00 01;RV-001;préfère le matin",
  'Nuñez;Lucía;21.7.1988;079 000 00 02;RV-002;',
  'Von Allmen;Heidi;31.02.1971;079 000 00 04;RV-004;',
  'Rey;Léo;1.4.1975;079 000 00 05;;',
  'Rey;Léo;1.4.1975;079 000 00 05;;',
  'Rey;Zoé;2.5.1977;079 000 00 06;;',
].join('\r\n')
