/**
 * The levels at which MOVE'UP groups work. The source: homogeneous groups by language level and schooling, each with a
 * vocabulary and a way of thinking through the exercises of its own. Where one level ends and the next begins is ours.
 */
import type { ContentLevel } from './parts/content-levels.ts'
import { staff } from './words.ts'

export const contentLevels: readonly ContentLevel[] = [
  {
    key: 'literacy',
    label: staff('Alphabétisation', 'Alphabetisierung', 'Literacy', 'Alfabetisering'),
    means: staff(
      'Images, gestes et objets ; une consigne à la fois, dite et montrée. Aucun texte à lire.',
      'Bilder, Gesten und Gegenstände; eine Anweisung aufs Mal, gesagt und gezeigt. Kein Text zum Lesen.',
      'Pictures, gestures and objects; one instruction at a time, said and shown. No text to read.',
      'Beelden, gebaren en voorwerpen; één opdracht tegelijk, gezegd en getoond. Geen tekst om te lezen.',
    ),
    oralFrom: 'none',
    written: 'alpha',
    material: {
      language: staff(
        'Cartes-images de la semaine, jeux de rôle, chanson',
        'Bildkarten der Woche, Rollenspiele, Lied',
        'Picture cards of the week, role play, a song',
        'Prentkaarten van de week, rollenspel, lied',
      ),
      city: staff(
        'Photos des arrêts, couleurs et numéros des lignes, trajet fait ensemble',
        'Fotos der Haltestellen, Farben und Nummern der Linien, gemeinsame Fahrt',
        'Photos of the stops, colours and numbers of the lines, a trip made together',
        'Foto’s van de haltes, kleuren en nummers van de lijnen, samen de rit maken',
      ),
    },
  },
  {
    key: 'literacy-oral',
    label: staff(
      'Alphabétisation, à l’aise à l’oral',
      'Alphabetisierung, mündlich sicher',
      'Literacy, at ease in speaking',
      'Alfabetisering, mondeling vlot',
    ),
    means: staff(
      'La discussion porte l’atelier ; l’écrit se limite à des mots courts, lus à voix haute.',
      'Das Gespräch trägt den Workshop; Schrift nur als kurze Wörter, laut gelesen.',
      'Discussion carries the workshop; writing is kept to short words, read aloud.',
      'Het gesprek draagt de workshop; schrift blijft bij korte woorden, hardop gelezen.',
    ),
    oralFrom: 'A1',
    written: 'alpha',
    material: {
      language: staff(
        'Récits à l’oral, dictée à l’adulte, étiquettes de mots',
        'Mündliche Erzählungen, Diktat an die Lehrperson, Wortkarten',
        'Stories told aloud, dictated to the trainer, word cards',
        'Verhalen vertellen, dicteren aan de lesgever, woordkaartjes',
      ),
    },
  },
  {
    key: 'beginner-oral',
    label: staff('Débutant à l’oral', 'Mündlich am Anfang', 'Beginner in speaking', 'Beginner mondeling'),
    means: staff(
      'Phrases modèles à redire ; un support écrit aide, aussi dans une autre langue.',
      'Mustersätze zum Nachsprechen; Geschriebenes hilft, auch in einer anderen Sprache.',
      'Model sentences to repeat; written support helps, in another language too.',
      'Modelzinnen om na te zeggen; geschreven steun helpt, ook in een andere taal.',
    ),
    oralFrom: 'none',
    written: 'cefr',
    material: {
      language: staff(
        'Dialogues modèles, lexique bilingue à compléter',
        'Musterdialoge, zweisprachige Wortliste zum Ergänzen',
        'Model dialogues, a bilingual word list to fill in',
        'Modeldialogen, tweetalige woordenlijst om aan te vullen',
      ),
    },
  },
  {
    key: 'a1',
    label: staff('A1', 'A1', 'A1', 'A1'),
    means: staff(
      'Textes de quelques phrases, formulaires simples, échanges guidés à deux.',
      'Texte von wenigen Sätzen, einfache Formulare, geführte Gespräche zu zweit.',
      'Texts of a few sentences, simple forms, guided talks in pairs.',
      'Teksten van enkele zinnen, eenvoudige formulieren, begeleide gesprekken per twee.',
    ),
    oralFrom: 'A1',
    written: 'cefr',
    material: {
      language: staff(
        'Courte annonce à lire, agenda de la semaine à remplir',
        'Kurze Anzeige zum Lesen, Wochenplan zum Ausfüllen',
        'A short notice to read, the week’s diary to fill in',
        'Kort bericht om te lezen, weekagenda om in te vullen',
      ),
      city: staff(
        'Plan du réseau et horaire à lire à deux',
        'Netzplan und Fahrplan, zu zweit gelesen',
        'Network map and timetable, read in pairs',
        'Netplan en uurregeling, per twee gelezen',
      ),
    },
  },
  {
    key: 'a2',
    label: staff('A2', 'A2', 'A2', 'A2'),
    means: staff(
      'Documents réels, débats courts, une démarche préparée et faite seul.',
      'Echte Dokumente, kurze Debatten, ein vorbereiteter Gang, allein gemacht.',
      'Real documents, short debates, an errand prepared and done alone.',
      'Echte documenten, korte debatten, een stap voorbereid en alleen gezet.',
    ),
    oralFrom: 'A2',
    written: 'cefr',
    material: {
      language: staff(
        'Article de journal local, courriel à écrire',
        'Artikel der Lokalzeitung, E-Mail zum Schreiben',
        'An article of the local paper, an e-mail to write',
        'Artikel uit de lokale krant, e-mail om te schrijven',
      ),
    },
  },
]
