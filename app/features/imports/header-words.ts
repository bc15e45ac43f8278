import { fold } from '../people/fold.ts'
import type { Field } from './imports.ts'

export type HeaderLanguage = 'fr' | 'de' | 'nl' | 'en'

/** How offices head their columns, by language; compared without case, accents, signs or what stands in brackets. */
const words: Record<Field, Partial<Record<HeaderLanguage, string>>> = {
  lastName: {
    fr: 'nom, nom de famille, nom usuel, nom de naissance, patronyme',
    de: 'name, nachname, familienname, zuname',
    nl: 'naam, achternaam, familienaam',
    en: 'last name, lastname, surname, family name, name',
  },
  firstName: {
    fr: 'prénom, prénoms, prénom usuel',
    de: 'vorname, vornamen, rufname',
    nl: 'voornaam, voornamen, roepnaam',
    en: 'first name, firstname, given name, given names, forename',
  },
  fullName: {
    fr: 'nom et prénom, nom prénom, nom/prénom, prénom et nom, prénom nom, nom complet, bénéficiaire, participant, participante, personne',
    de: 'name vorname, name und vorname, name/vorname, vorname name, vorname und name, vorname nachname, nachname vorname, klient, klientin, teilnehmer, teilnehmerin, person',
    nl: 'naam voornaam, naam en voornaam, voornaam naam, voornaam en naam, volledige naam, deelnemer, cliënt',
    en: 'full name, last name first name, first name last name, first and last name, participant, client, person',
  },
  birthDate: {
    fr: 'date de naissance, naissance, né le, née le, né(e) le, date naissance, date naiss, ddn, d naissance',
    de: 'geburtsdatum, geboren, geboren am, geb datum, gebdatum, geb, geb am, geburtstag',
    nl: 'geboortedatum, geboren op, geb datum, gebdatum',
    en: 'date of birth, birth date, birthdate, dob, born, born on, birthday',
  },
  birthYear: {
    fr: 'année de naissance, année naissance',
    de: 'geburtsjahr, jahrgang, jg',
    nl: 'geboortejaar',
    en: 'year of birth, birth year, birthyear',
  },
  gender: {
    fr: 'sexe, genre, civilité, titre, h/f, f/h',
    de: 'geschlecht, anrede, m/w, w/m, m/w/d',
    nl: 'geslacht, gender, aanhef, aanspreking, m/v, v/m',
    en: 'gender, sex, salutation, title',
  },
  language: {
    fr: 'langue, langue de contact, langue de correspondance, langue maternelle, langue parlée, langues',
    de: 'sprache, kontaktsprache, korrespondenzsprache, muttersprache, sprachen',
    nl: 'taal, contacttaal, moedertaal, voertaal, talen',
    en: 'language, contact language, preferred language, mother tongue, languages',
  },
  phone: {
    fr: 'téléphone, tél, numéro de téléphone, no de téléphone, no tél, tél fixe, tél privé, téléphone fixe, téléphone privé',
    de: 'telefon, tel, telefonnummer, telefon nr, tel nr, telefon privat, tel privat, festnetz',
    nl: 'telefoon, telefoonnummer, tel, tel nr, vaste telefoon',
    en: 'phone, phone number, telephone, tel, telephone number, landline, home phone',
  },
  mobile: {
    fr: 'portable, mobile, natel, gsm, tél portable, tél mobile, téléphone portable, téléphone mobile, no portable, numéro de portable',
    de: 'handy, mobile, natel, mobil, mobiltelefon, handynummer, mobilnummer, telefon mobil, tel mobil, handy nr, mobile nr',
    nl: 'gsm, mobiel, mobiele telefoon, gsm nummer, mobiel nummer',
    en: 'mobile, mobile phone, cell, cell phone, mobile number',
  },
  email: {
    fr: 'courriel, e-mail, email, mail, mél, adresse e-mail, adresse email, adresse mail, adresse électronique',
    de: 'e-mail, email, mail, e-mail-adresse, emailadresse, mailadresse',
    nl: 'e-mail, email, e-mailadres, mailadres',
    en: 'e-mail, email, mail, e-mail address, email address',
  },
  street: {
    fr: 'rue, adresse, rue et numéro, rue et no, rue no, adresse postale, domicile, adresse de domicile',
    de: 'strasse, adresse, strasse und hausnummer, strasse nr, strasse und nr, strasse/nr, anschrift, wohnadresse',
    nl: 'straat, adres, straat en nummer, straat en huisnummer, straat nr, woonadres',
    en: 'street, address, street and number, street address, address line 1, home address',
  },
  houseNumber: {
    fr: 'numéro de rue, no de rue, numéro de maison, no rue',
    de: 'hausnummer, hausnr, haus nr',
    nl: 'huisnummer, huisnr, huis nr',
    en: 'house number, street number, house no',
  },
  postalCode: {
    fr: 'npa, code postal, cp, no postal, numéro postal',
    de: 'plz, postleitzahl',
    nl: 'postcode, postnummer',
    en: 'postal code, postcode, zip, zip code',
  },
  postalTown: {
    fr: 'npa localité, npa et localité, npa/localité, npa lieu, npa ville, code postal et ville, cp ville, code postal ville, cp localité',
    de: 'plz ort, plz und ort, plz/ort, plz wohnort',
    nl: 'postcode en gemeente, postcode gemeente, postcode plaats, postcode en plaats, postcode woonplaats',
    en: 'postcode and town, postal code and town, zip and city, postcode town',
  },
  town: {
    fr: 'localité, ville, commune, lieu, domicile ville, lieu de domicile, commune de domicile',
    de: 'ort, wohnort, stadt, gemeinde, ortschaft, wohngemeinde',
    nl: 'gemeente, plaats, woonplaats, stad',
    en: 'town, city, place, municipality, locality',
  },
  reference: {
    fr: 'référence, réf, no de dossier, numéro de dossier, no dossier, dossier, référence dossier, numéro de référence, id',
    de: 'referenz, ref, dossiernummer, dossier nr, dossier-nr, dossiernr, dossier, aktenzeichen, fallnummer, fall nr, fall-nr, referenznummer, klientennummer, id',
    nl: 'referentie, ref, dossiernummer, dossier nr, dossiernr, dossier, kenmerk, cliëntnummer, id',
    en: 'reference, ref, file number, file no, case number, case no, reference number, case id, client number, dossier number, id',
  },
  firstAidOn: {
    fr: 'date de première aide, première aide, première aide sociale, date de la première aide sociale, date première aide sociale, début aide sociale, début de l’aide sociale, aide sociale depuis, date d’arrivée, arrivée, début du droit, ouverture du dossier, date d’ouverture',
    de: 'erste sozialhilfe, datum erste sozialhilfe, sozialhilfe seit, beginn sozialhilfe, sozialhilfebeginn, erstbezug, unterstützt seit, eintritt, eintrittsdatum, ankunft, ankunftsdatum, anmeldedatum, dossiereröffnung',
    nl: 'eerste steun, datum eerste steun, eerste leefloon, steun sinds, leefloon sinds, begin steun, aankomst, aankomstdatum, datum van aankomst, startdatum',
    en: 'date of first social aid, first social aid, first aid date, social aid since, first social aid date, arrival, arrival date, date of arrival, start of aid',
  },
  notes: {
    fr: 'remarque, remarques, note, notes, commentaire, commentaires, observations, observation, divers',
    de: 'bemerkung, bemerkungen, notiz, notizen, kommentar, kommentare, hinweis, hinweise, anmerkung, anmerkungen',
    nl: 'opmerking, opmerkingen, notitie, notities, commentaar, nota',
    en: 'note, notes, remark, remarks, comment, comments',
  },
}

/** A header as it is compared: folded, without brackets and signs. */
export function plainHeader(header: string): string {
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const text = fold(bare.trim() === '' ? header : bare)
  return text
    .replace(/n[°º]|\bnr\b\.?|\bnum\b\.?/g, 'no')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

type Meaning = { field: Field; languages: HeaderLanguage[] }

const meanings = new Map<string, Meaning>()
for (const [field, byLanguage] of Object.entries(words) as [Field, (typeof words)[Field]][]) {
  for (const [language, list] of Object.entries(byLanguage) as [HeaderLanguage, string][]) {
    for (const word of list.split(',').map(plainHeader)) {
      const known = meanings.get(word)
      if (known?.field === field) known.languages.push(language)
      else if (!known) meanings.set(word, { field, languages: [language] })
    }
  }
}

/** Words that name a field also inside a longer header, the telling ones first; a bare "name" or "person" would be guesswork. */
const longest = Array.from(meanings)
  .filter(([word, { field }]) => word.length >= 4 && (field !== 'fullName' || word.includes(' ')))
  .filter(([word]) => !/^(name|naam|titre|title|lieu|place|plaats|note|nota|divers|born)$/.test(word))
  .map(([word]) => word)
  .sort((a, b) => b.length - a.length)

/** Columns about someone else, or about where a person is from: never taken for the person's own. */
const aboutOthers =
  /\b(referente?s?|conjointe?|mere|pere|parents?|employeur|assistante?|urgence|tuteur|tutrice|curateur|curatrice|partenaire|betreu\w*|berat\w*|ehe\w*|mutter|vater|eltern|notfall|arbeitgeber\w*|beistand\w*|partner\w*|moeder|vader|ouders|begeleid\w*|nood\w*|werkgever|contactpersoon|mother|father|spouse|emergency|employer|worker|advis\w*|coach|guardian|personne)\b/
const aboutOrigin =
  /\b(lieu|pays|ville|commune|place|country|town|city|plaats|land|ort)\b.*\b(naissance|birth|origin\w*|geboorte)\b/

export type Recognised = Meaning & { confidence: 'sure' | 'likely' }

/** What a header means: sure when it is one of the words, likely when it contains one as a whole. */
export function recognise(header: string): Recognised | null {
  const plain = plainHeader(header)
  const exact = meanings.get(plain)
  if (exact) return { ...exact, confidence: 'sure' }
  if (aboutOthers.test(plain) || aboutOrigin.test(plain) || plain.split(' ').length > 7) return null
  const padded = ` ${plain} `
  const inside = longest.find((word) => padded.includes(` ${word} `))
  return inside ? { ...meanings.get(inside)!, confidence: 'likely' } : null
}
