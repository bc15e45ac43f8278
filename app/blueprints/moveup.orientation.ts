/** The four steps of the orientation, as the source draws them; days and the points of motivation are our own defaults. */
import type { Orientation } from './parts/orientation.ts'
import { staff } from './words.ts'

export const orientation: Orientation = {
  steps: [
    {
      key: 'recruit',
      label: staff('Recrutement', 'Gewinnung', 'Recruitment', 'Werving'),
      aim: staff(
        'Les services et les antennes proposent des personnes pour la liste de l’année.',
        'Dienste und Anlaufstellen schlagen Personen für die Jahresliste vor.',
        'Services and antennas put people on the list of the year.',
        'Diensten en antennes stellen mensen voor op de jaarlijst.',
      ),
      parts: ['global', 'employment'],
      days: 60,
      list: true,
      entry: true,
      asks: [],
    },
    {
      key: 'register',
      label: staff('Inscription', 'Anmeldung', 'Registration', 'Aanmelding'),
      aim: staff(
        'L’assistant·e social·e global·e ou de l’emploi inscrit la personne.',
        'Die Sozialarbeiterin oder der Sozialarbeiter der Anlaufstelle oder für Arbeit meldet die Person an.',
        'The global or the employment social worker registers the person.',
        'De sociaal assistent van de antenne of tewerkstelling meldt de persoon aan.',
      ),
      parts: ['global', 'employment'],
      days: 14,
      entry: true,
      asks: [],
    },
    {
      key: 'review',
      label: staff('Bilan du trajet', 'Rückblick auf den Weg', 'Review of the path', 'Balans van het traject'),
      aim: staff(
        'L’assistant·e social·e formation fait le point sur le trajet et voit si l’objectif de la personne correspond.',
        'Die Sozialarbeiterin oder der Sozialarbeiter Bildung blickt auf den bisherigen Weg zurück und prüft, ob das Ziel der Person passt.',
        'The training social worker goes over the path so far and sees whether the person’s aim fits.',
        'De sociaal assistent opleiding maakt de balans van het traject en gaat na of het doel van de persoon past.',
      ),
      parts: ['training'],
      days: 14,
      asks: ['review', 'aim'],
      advances: 'reached',
    },
    {
      key: 'interview',
      label: staff(
        'Entretien et test de langue',
        'Gespräch und Sprachtest',
        'Interview and language test',
        'Gesprek en taaltest',
      ),
      aim: staff(
        'Les deux formateurs reçoivent la personne : motivation et test oral, lecture, écriture.',
        'Die beiden Kursleitenden empfangen die Person: Motivation und Test in Sprechen, Lesen, Schreiben.',
        'The two trainers see the person: motivation, and a test of speaking, reading and writing.',
        'De twee lesgevers ontvangen de persoon: motivatie en een test van spreken, lezen en schrijven.',
      ),
      parts: ['trainer'],
      days: 21,
      asks: ['motivation'],
      also: ['language-test'],
      advances: 'informed',
    },
  ],
  // The source rates motivation and gives no scale: four described points of our own.
  motivation: [
    {
      key: 'sent',
      label: staff(
        'Vient parce qu’on le demande',
        'Kommt, weil es verlangt wird',
        'Comes because asked to',
        'Komt omdat het gevraagd wordt',
      ),
      means: staff(
        'Ne dit pas encore ce que le programme peut lui apporter.',
        'Sagt noch nicht, was das Programm ihr oder ihm bringen kann.',
        'Does not say yet what the programme could be good for.',
        'Zegt nog niet wat het programma kan opleveren.',
      ),
    },
    {
      key: 'curious',
      label: staff('Curieux·se, hésite', 'Neugierig, zögert', 'Curious, hesitates', 'Nieuwsgierig, aarzelt'),
      means: staff(
        'Pose des questions ; un obstacle ou un doute reste à lever.',
        'Stellt Fragen; ein Hindernis oder ein Zweifel bleibt.',
        'Asks questions; an obstacle or a doubt remains.',
        'Stelt vragen; een drempel of een twijfel blijft.',
      ),
    },
    {
      key: 'willing',
      label: staff('Veut participer', 'Will teilnehmen', 'Wants to take part', 'Wil deelnemen'),
      means: staff(
        'Dit pourquoi et s’organise pour venir aux jours prévus.',
        'Sagt, warum, und richtet sich auf die Tage ein.',
        'Says why, and arranges to come on the days.',
        'Zegt waarom en regelt het om op de dagen te komen.',
      ),
    },
    {
      key: 'carries',
      label: staff(
        'Porte son projet',
        'Trägt das eigene Vorhaben',
        'Carries an own project',
        'Draagt een eigen project',
      ),
      means: staff(
        'Relie le programme à son propre but et à ses prochaines étapes.',
        'Verbindet das Programm mit dem eigenen Ziel und den nächsten Schritten.',
        'Ties the programme to an aim and to next steps.',
        'Verbindt het programma met een eigen doel en volgende stappen.',
      ),
    },
  ],
  // The groups the source underlines. Which of them a funder wants proved is our default: age and origin.
  criteria: [
    { key: 'adult', label: staff('Adulte', 'Erwachsen', 'Adult', 'Volwassen'), evidence: true },
    {
      key: 'non-eu',
      label: staff(
        'D’un pays hors de l’Union européenne',
        'Aus einem Land ausserhalb der Europäischen Union',
        'From a country outside the European Union',
        'Uit een land buiten de Europese Unie',
      ),
      evidence: true,
    },
    {
      key: 'low-skilled',
      label: staff('Peu qualifié·e', 'Gering qualifiziert', 'Low-skilled', 'Laaggeschoold'),
      evidence: false,
    },
    {
      key: 'illiterate-to-beginner',
      label: staff(
        'Ne lit pas encore, jusqu’à débutant·e',
        'Liest noch nicht, bis Anfänger/in',
        'Not reading yet, up to beginner',
        'Leest nog niet, tot beginner',
      ),
      evidence: false,
    },
    {
      key: 'condition',
      label: staff(
        'Peut suivre le rythme, au besoin adapté',
        'Kann dem Rhythmus folgen, wenn nötig angepasst',
        'Can follow the rhythm, adapted where needed',
        'Kan het ritme volgen, zo nodig aangepast',
      ),
      evidence: false,
    },
  ],
}
