/**
 * The source asks for a regular individual evaluation between group trainers and participants in module 1, and names progress,
 * regularity and obstacles for the final report. How often, the items and their points are ours.
 */
import { type EvaluationItem, type EvaluationsPlan, evaluationFaces, evaluationNotSaid } from './parts/evaluations.ts'
import { plain, staff } from './words.ts'

const items: readonly EvaluationItem[] = [
  {
    key: 'regularity',
    picture: 'calendar',
    label: staff('Venir régulièrement', 'Regelmässig kommen', 'Coming regularly', 'Regelmatig komen'),
    says: plain(
      'Je viens et je suis à l’heure.',
      'Ich komme und bin pünktlich.',
      'I come and I am on time.',
      'Ik kom en ik ben op tijd.',
      'أحضر وأكون في الموعد.',
    ),
    points: [
      staff('Manque souvent', 'Fehlt oft', 'Is often missing', 'Ontbreekt vaak'),
      staff(
        'Vient, mais souvent en retard',
        'Kommt, aber oft zu spät',
        'Comes, but often late',
        'Komt, maar vaak te laat',
      ),
      staff(
        'Vient et prévient d’une absence',
        'Kommt und meldet sich ab',
        'Comes, and tells us when not',
        'Komt en verwittigt bij afwezigheid',
      ),
      staff('Vient toujours à l’heure', 'Kommt immer pünktlich', 'Always comes on time', 'Komt altijd op tijd'),
    ],
  },
  {
    key: 'speaking',
    picture: 'speech',
    label: staff('Parler', 'Sprechen', 'Speaking', 'Spreken'),
    says: plain(
      'Je parle la langue pendant l’atelier.',
      'Ich spreche die Sprache im Workshop.',
      'I speak the language in the workshop.',
      'Ik spreek de taal in de workshop.',
      'أتحدث اللغة خلال الورشة.',
    ),
    points: [
      staff(
        'Écoute et ne parle pas encore',
        'Hört zu und spricht noch nicht',
        'Listens, does not speak yet',
        'Luistert en spreekt nog niet',
      ),
      staff('Dit des mots', 'Sagt einzelne Wörter', 'Says some words', 'Zegt woorden'),
      staff(
        'Dit des phrases avec de l’aide',
        'Sagt Sätze mit Hilfe',
        'Says sentences with help',
        'Zegt zinnen met hulp',
      ),
      staff(
        'Parle de soi sans aide',
        'Spricht ohne Hilfe von sich',
        'Speaks of themselves without help',
        'Spreekt zonder hulp over zichzelf',
      ),
    ],
  },
  {
    key: 'together',
    picture: 'people',
    label: staff('Faire avec les autres', 'Mit anderen zusammen', 'Working with others', 'Samen met anderen'),
    says: plain(
      'Je travaille avec les autres.',
      'Ich arbeite mit den anderen.',
      'I work with the others.',
      'Ik werk samen met de anderen.',
      'أعمل مع الآخرين.',
    ),
    points: [
      staff('Reste à part', 'Bleibt für sich', 'Keeps apart', 'Blijft apart'),
      staff(
        'Participe quand on l’invite',
        'Macht mit, wenn man einlädt',
        'Takes part when invited',
        'Doet mee na een uitnodiging',
      ),
      staff('Participe sans invitation', 'Macht von sich aus mit', 'Takes part unasked', 'Doet uit zichzelf mee'),
      staff('Aide les autres', 'Hilft den anderen', 'Helps the others', 'Helpt de anderen'),
    ],
  },
  {
    key: 'confidence',
    picture: 'strengths',
    label: staff('Oser', 'Sich trauen', 'Daring', 'Durven'),
    says: plain(
      'J’ose demander et essayer.',
      'Ich traue mich zu fragen und zu probieren.',
      'I dare to ask and to try.',
      'Ik durf te vragen en te proberen.',
      'أجرؤ على السؤال والمحاولة.',
    ),
    points: [
      staff('N’ose pas encore', 'Traut sich noch nicht', 'Does not dare yet', 'Durft nog niet'),
      staff(
        'Essaie avec quelqu’un',
        'Probiert mit jemandem',
        'Tries together with somebody',
        'Probeert samen met iemand',
      ),
      staff('Essaie et demande', 'Probiert und fragt', 'Tries and asks', 'Probeert en vraagt'),
      staff('Fait ses démarches', 'Erledigt Eigenes selbst', 'Sees to things alone', 'Regelt zelf zijn zaken'),
    ],
  },
  {
    key: 'understanding',
    picture: 'ideas',
    label: staff('Comprendre', 'Verstehen', 'Understanding', 'Begrijpen'),
    says: plain(
      'Je comprends ce que nous faisons.',
      'Ich verstehe, was wir machen.',
      'I understand what we do.',
      'Ik begrijp wat we doen.',
      'أفهم ما نقوم به.',
    ),
    points: [
      staff('Est souvent perdu·e', 'Kommt oft nicht mit', 'Is often lost', 'Kan vaak niet volgen'),
      staff('Comprend avec des images', 'Versteht mit Bildern', 'Understands with pictures', 'Begrijpt met prenten'),
      staff('Comprend si on répète', 'Versteht beim Wiederholen', 'Understands when repeated', 'Begrijpt na herhaling'),
      staff('Comprend et explique', 'Versteht und erklärt', 'Understands and explains', 'Begrijpt en legt uit'),
    ],
  },
  {
    key: 'use',
    picture: 'house',
    label: staff('Utiliser dehors', 'Im Alltag brauchen', 'Using it outside', 'Buiten gebruiken'),
    says: plain(
      'L’atelier m’aide dans ma vie.',
      'Der Workshop hilft mir im Leben.',
      'The workshop helps me in my life.',
      'De workshop helpt mij in mijn leven.',
      'الورشة تساعدني في حياتي.',
    ),
    points: [
      staff('Pas encore', 'Noch nicht', 'Not yet', 'Voorlopig niet'),
      staff('Raconte un essai', 'Erzählt von einem Versuch', 'Tells of one try', 'Vertelt over een poging'),
      staff(
        'Utilise parfois ce qui est appris',
        'Braucht Gelerntes manchmal',
        'Sometimes uses what was learned',
        'Gebruikt soms wat geleerd is',
      ),
      staff(
        'Utilise chaque semaine ce qui est appris',
        'Braucht Gelerntes jede Woche',
        'Uses what was learned every week',
        'Gebruikt elke week wat geleerd is',
      ),
    ],
  },
]

export const evaluations: EvaluationsPlan = {
  everyWeeks: 4,
  module: 'collective',
  items,
  faces: evaluationFaces,
  notSaid: evaluationNotSaid,
}
