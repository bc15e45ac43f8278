// What the people of the demo say and write, in the language they would. Long on purpose: a list of words.

type Tongue = 'fr' | 'de'
type Lines = Record<Tongue, readonly string[]>

/** The social worker's words: why this person, why now. */
export const reasons: Lines = {
  fr: [
    'Plusieurs années sans emploi, et l’envie de savoir ce qui reste possible. Demande à retrouver un rythme.',
    'A travaillé longtemps dans l’horlogerie. Souhaite savoir si ses gestes servent encore ailleurs.',
    'Les enfants vont maintenant à l’école. Premier pas vers une activité, sans savoir laquelle.',
    'A envoyé beaucoup de candidatures sans réponse. A besoin d’un regard extérieur sur ses forces.',
    'Diplôme étranger non reconnu. Le profil aidera à parler de l’expérience plutôt que du papier.',
    'Vit en retrait. Le groupe serait déjà un but en soi.',
    'Hésite entre la cuisine et les soins. Un bilan avant toute mesure.',
  ],
  de: [
    'Weiss nach mehreren Jahren ohne Stelle nicht recht, was heute möglich ist. Möchte wieder einen Rhythmus finden.',
    'Hat lange in der Mechanik gearbeitet. Will wissen, was davon noch gefragt ist.',
    'Die Kinder sind jetzt in der Schule. Ein erster Schritt, die Richtung ist offen.',
    'Viele Bewerbungen, keine Antwort. Braucht einen Blick von aussen auf die eigenen Stärken.',
    'Ausländisches Diplom, hier nicht anerkannt. Das Profil soll zeigen, was an Erfahrung da ist.',
    'Lebt zurückgezogen. Die Gruppe wäre an sich schon ein Ziel.',
    'Schwankt zwischen Lager und Pflege. Standortbestimmung vor einer Massnahme.',
  ],
}

/** The person's own expectation, in their words. */
export const expectations: Lines = {
  fr: [
    'Je veux savoir ce que je vaux encore.',
    'Sortir de la maison deux ou trois fois par semaine, et après on verra.',
    'Trouver un travail avec mes mains, pas assis.',
    'Mieux parler français avec des gens, pas seulement au cours.',
    'Comprendre pourquoi on ne me répond jamais.',
    'Que quelqu’un regarde ce que j’ai fait dans mon pays.',
  ],
  de: [
    'Ich will wissen, was ich noch kann.',
    'Wieder unter Leute kommen, dann sehen wir weiter.',
    'Eine Arbeit mit den Händen, nicht im Büro.',
    'Besser Deutsch sprechen, mit richtigen Menschen.',
    'Verstehen, warum ich nie eine Antwort bekomme.',
    'Dass jemand anschaut, was ich in meinem Land gemacht habe.',
  ],
}

export const motivationTalks: Lines = {
  fr: [
    'Bonne motivation, mais crainte de ne pas suivre à l’écrit. Dit que l’on lit ensemble, rien n’est noté.',
    'Vient surtout pour le groupe. Ne veut pas parler de la famille : on s’y tient.',
    'Demande si l’aide change en cas d’absence. Expliqué ce qui se passe et à qui s’adresser.',
    'Peut venir le matin seulement. A déjà cherché qui garde le petit.',
  ],
  de: [
    'Ist motiviert, hat aber Angst vor dem Schreiben. Wir lesen zusammen, es gibt keine Noten.',
    'Kommt vor allem wegen der Gruppe. Über die Familie wird nicht gesprochen, das gilt.',
    'Fragt, ob sich bei Abwesenheit etwas ändert. Erklärt, was geschieht und wer hilft.',
    'Kann nur am Morgen kommen. Hat die Betreuung schon geklärt.',
  ],
}

export const notes: Lines = {
  fr: [
    'Entretien bref après la séance. La visite a plu, a posé beaucoup de questions.',
    'Parle davantage qu’au début. A aidé quelqu’un à remplir sa feuille.',
    'Demande un rendez-vous pour le logement : transmis, réponse attendue la semaine prochaine.',
    'Arrive en avance, prépare la salle. À reprendre comme exemple dans le profil.',
  ],
  de: [
    'Kurzes Gespräch nach dem Halbtag. Der Besuch hat gefallen, viele Fragen.',
    'Spricht mehr als am Anfang. Hat jemandem beim Ausfüllen geholfen.',
    'Möchte einen Termin wegen der Wohnung: weitergeleitet, Antwort nächste Woche.',
    'Kommt früh, richtet den Raum ein. Ein Beispiel für das Profil.',
  ],
}

/** Of attendance: what a coach jots down about one half-day. */
export const attendanceNotes: Lines = {
  fr: [
    'A appelé : enfant malade.',
    'Rendez-vous au service des migrations, attestation vue.',
    'Départ avant la pause, mal de tête.',
  ],
  de: ['Hat angerufen: Kind krank.', 'Termin beim Amt, Bestätigung gesehen.', 'Ging vor der Pause, Kopfweh.'],
}

/** Situation, what I did, who saw it. */
export const evidence: Record<Tongue, readonly (readonly [string, string, string])[]> = {
  fr: [
    ['Au musée, le guide parlait vite.', 'J’ai demandé de répéter et j’ai expliqué à mon voisin.', 'La coach'],
    ['Chez moi, la machine à laver était en panne.', 'J’ai démonté la pompe et je l’ai nettoyée.', 'Ma sœur'],
    [
      'Pendant douze ans en cuisine, midi et soir.',
      'J’ai tenu le poste chaud et formé deux apprentis.',
      'Mon ancien chef',
    ],
    ['À la séance du parc, il pleuvait.', 'J’ai proposé un abri et réparti le matériel.', 'Le groupe'],
    ['Ma mère était malade pendant un an.', 'J’ai organisé les visites et les médicaments.', 'Le voisin'],
    ['Pour la feuille à la maison.', 'Je l’ai faite le soir, malgré la fatigue.', ''],
  ],
  de: [
    ['Im Museum sprach die Führerin schnell.', 'Ich habe nachgefragt und es meinem Nachbarn erklärt.', 'Der Coach'],
    ['Zu Hause war die Waschmaschine kaputt.', 'Ich habe die Pumpe ausgebaut und gereinigt.', 'Meine Schwester'],
    [
      'Zwölf Jahre in der Küche, mittags und abends.',
      'Ich führte den warmen Posten und lernte zwei Leute an.',
      'Mein alter Chef',
    ],
    [
      'Beim Halbtag im Park hat es geregnet.',
      'Ich habe einen Unterstand gesucht und das Material verteilt.',
      'Die Gruppe',
    ],
    ['Meine Mutter war ein Jahr krank.', 'Ich habe Besuche und Medikamente geregelt.', 'Der Nachbar'],
    ['Die Aufgabe für zu Hause.', 'Ich habe sie am Abend gemacht, obwohl ich müde war.', ''],
  ],
}

/** Lines of the perspectives, by part of the profile. */
export const perspectives: Record<string, Lines> = {
  values: {
    fr: [
      'Être utile à quelqu’un.',
      'Le travail bien fait, même si c’est lent.',
      'La franchise.',
      'Apprendre quelque chose chaque semaine.',
    ],
    de: [
      'Für jemanden nützlich sein.',
      'Saubere Arbeit, auch wenn sie dauert.',
      'Ehrlichkeit.',
      'Jede Woche etwas lernen.',
    ],
  },
  motivation: {
    fr: [
      'Montrer à mes enfants que je me lève le matin.',
      'Ne plus dépendre de l’aide un jour.',
      'Retrouver des collègues.',
    ],
    de: [
      'Meinen Kindern zeigen, dass ich am Morgen aufstehe.',
      'Eines Tages ohne Hilfe leben.',
      'Wieder Kollegen haben.',
    ],
  },
  obstacles: {
    fr: [
      'La garde du petit l’après-midi.',
      'Mon dos, pas plus de dix kilos.',
      'Je lis lentement.',
      'Pas de permis de conduire.',
    ],
    de: [
      'Die Betreuung am Nachmittag.',
      'Der Rücken, nicht mehr als zehn Kilo.',
      'Ich lese langsam.',
      'Kein Führerausweis.',
    ],
  },
  wishes: {
    fr: ['Travailler dehors.', 'Une petite équipe.', 'Un horaire qui laisse le soir libre.'],
    de: ['Draussen arbeiten.', 'Ein kleines Team.', 'Eine Arbeitszeit, bei der der Abend frei bleibt.'],
  },
  'first-idea': {
    fr: [
      'Aide en cuisine dans un home.',
      'Entretien des parcs de la ville.',
      'Atelier de réparation de vélos.',
      'Intendance dans une école.',
    ],
    de: [
      'Mithilfe in der Küche eines Heims.',
      'Unterhalt der städtischen Parks.',
      'Velowerkstatt.',
      'Hauswartung in einer Schule.',
    ],
  },
  'second-idea': {
    fr: ['Logistique, petit dépôt.', 'Accompagnement de personnes âgées.', 'Couture, retouches.'],
    de: ['Logistik, kleines Lager.', 'Begleitung älterer Menschen.', 'Nähen, Änderungen.'],
  },
  'next-step': {
    fr: [
      'Visiter la cuisine du home des Vernes.',
      'Demander un stage de deux jours aux parcs.',
      'M’inscrire au cours de français du soir.',
    ],
    de: [
      'Die Küche des Heims Seematt besuchen.',
      'Zwei Schnuppertage bei der Stadtgärtnerei anfragen.',
      'Mich für den Deutschkurs am Abend anmelden.',
    ],
  },
}

/** What was said when a person's view and the others' differed. */
export const differences: Lines = {
  fr: [
    'De l’intérieur, moins d’assurance ; le groupe a rappelé la visite du musée. On garde les deux.',
    'L’un pense à l’écrit, les autres à l’oral. Les deux sont vrais.',
  ],
  de: [
    'Von innen weniger Sicherheit; die Gruppe erinnerte an den Museumsbesuch. Beides bleibt stehen.',
    'Die einen denken ans Schreiben, die anderen ans Reden. Beides stimmt.',
  ],
}

/** What a coach adds to a rating. */
export const comments: Lines = {
  fr: ['Vu plusieurs fois au parc.', 'Surtout en petit groupe.', 'Depuis la quatrième séance.'],
  de: ['Mehrmals im Park gesehen.', 'Vor allem in kleiner Gruppe.', 'Seit dem vierten Halbtag.'],
}

export const goals: Lines = {
  fr: ['Retrouver un rythme de travail', 'Parler français tous les jours', 'Trouver une place de stage'],
  de: ['Wieder einen Arbeitsrhythmus finden', 'Jeden Tag Deutsch sprechen', 'Einen Schnupperplatz finden'],
}
export const steps: Lines = {
  fr: [
    'Préparer une page avec mes trois exemples',
    'Appeler l’atelier vélo',
    'Passer au guichet de la garderie',
    'Refaire le curriculum avec la coach',
    'Rencontrer la répondante des mesures',
  ],
  de: [
    'Eine Seite mit meinen drei Beispielen machen',
    'Die Velowerkstatt anrufen',
    'Bei der Kita vorbeigehen',
    'Lebenslauf mit dem Coach erneuern',
    'Termin mit der Fachstelle',
  ],
}
export const measures: Record<Tongue, readonly (readonly [string, string])[]> = {
  fr: [
    ['Atelier cuisine, 50 %', 'Coopérative Les Vernes'],
    ['Cours de français A2-B1', 'École du soir Rivemont'],
  ],
  de: [
    ['Programm Stadtgrün, 60 %', 'Genossenschaft Seematt'],
    ['Deutschkurs A2-B1', 'Abendschule Uferwil'],
  ],
}
/** With a direction: what for. */
export const directionWords: Lines = {
  fr: [
    'Atelier cuisine, puis réévaluer au printemps.',
    'Le profil montre un vrai goût pour le plein air.',
    'D’abord la langue, ensuite la pratique.',
  ],
  de: [
    'Zuerst das Programm, im Frühling neu schauen.',
    'Das Profil zeigt: draussen, mit den Händen.',
    'Erst die Sprache, dann die Praxis.',
  ],
}
/** Free words with a drop-out or a start that never came. */
export const endWords: Lines = {
  fr: [
    'A trouvé un emploi à 40 % chez un traiteur.',
    'Plus de réponse depuis trois semaines.',
    'Préfère attendre l’été, la garde n’est pas réglée.',
  ],
  de: [
    'Hat eine Stelle zu 40 % bei einem Caterer gefunden.',
    'Seit drei Wochen keine Antwort mehr.',
    'Möchte bis zum Sommer warten, die Betreuung ist offen.',
  ],
}
