// What the people of Lindebourg say and write, in the language they would. A list of words.

type Tongue = 'fr' | 'nl'
type Lines = Record<Tongue, readonly string[]>

/** The global social worker's words: why this person, why now. */
export const reasons: Lines = {
  fr: [
    'Seule à la maison avec les enfants, ne connaît personne dans le quartier. Voudrait parler et sortir.',
    'Arrivé il y a dix-huit mois, comprend beaucoup mais n’ose pas parler. A tenu un commerce au pays.',
    'N’est jamais allée à l’école, très motivée. Demande à apprendre à lire avec d’autres femmes et hommes.',
    'Les démarches l’épuisent : tout arrive par lettre. Un groupe et un suivi rapproché aideraient.',
    'Veut travailler vite. Il faut d’abord un rythme, la langue, et une idée de ce qui existe.',
  ],
  nl: [
    'Heeft in eigen land gestudeerd, het diploma is hier niet erkend. Wil Nederlands leren en verder.',
    'Woont alleen, komt nauwelijks buiten. Zou graag mensen leren kennen en de taal oefenen.',
    'Volgde al een korte cursus en is blijven steken. In een groep van hetzelfde niveau moet het lukken.',
    'Zorgt voor drie kinderen. Nu de jongste naar school gaat, is er tijd voor een eigen project.',
    'Wil zo snel mogelijk werken. Eerst taal, ritme en weten welke diensten er zijn.',
  ],
}

/** The person's own expectation, in their words. */
export const expectations: Lines = {
  fr: [
    'Je veux parler avec la maîtresse de mes enfants.',
    'Je veux lire les lettres moi-même.',
    'Je veux connaître des gens et la ville.',
    'Je veux un travail, même petit, et apprendre.',
  ],
  nl: [
    'Ik wil met mijn buren praten.',
    'Ik wil mijn diploma laten erkennen.',
    'Ik wil een opleiding volgen, iets met mensen.',
    'Ik wil niet meer alleen thuis zitten.',
  ],
}

/** Beside the register, where it helps the next half-day. */
export const attendanceNotes: Lines = {
  fr: ['Rendez-vous à la commune, revient demain.', 'L’enfant était malade.', 'A prévenu hier.'],
  nl: ['Afspraak bij het ziekenfonds.', 'Kind ziek, komt morgen terug.', 'Had gisteren verwittigd.'],
}

/** What was seen of a change, in plain words. */
export const changes: Lines = {
  fr: [
    'A appelé l’école elle-même, ou lui-même, pour prévenir.',
    'Parle maintenant à sa voisine de table, aussi pendant la pause.',
    'Est venu·e en transports sans aide pour la première fois.',
    'Ose dire « je n’ai pas compris ».',
    'A expliqué aux autres comment trouver la bibliothèque.',
  ],
  nl: [
    'Belde zelf naar de school om te verwittigen.',
    'Praat nu met de buur aan tafel, ook tijdens de pauze.',
    'Kwam voor het eerst alleen met het openbaar vervoer.',
    'Durft te zeggen: “dat heb ik niet begrepen”.',
    'Legde de anderen uit hoe je de bibliotheek vindt.',
  ],
}
