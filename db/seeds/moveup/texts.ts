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

type Noticed = Record<Tongue, { noticed: string; done: string }>

/** One line of a trainer, and what was done about it, by theme. */
export const signals = {
  childcare: {
    fr: {
      noticed: 'Plus de place à la garderie le mercredi, ne sait pas comment venir.',
      done: 'Place trouvée à la halte-garderie du quartier, dès lundi.',
    },
    nl: {
      noticed: 'Vanaf volgende week geen opvang meer in de namiddag.',
      done: 'Opvang gevonden in het buurthuis, vier namiddagen per week.',
    },
  },
  letter: {
    fr: {
      noticed: 'A reçu une lettre de la mutualité qu’elle ne comprend pas, s’inquiète.',
      done: 'Lue ensemble : il fallait une attestation, envoyée le jour même.',
    },
    nl: {
      noticed: 'Brief van de gemeente gekregen, begrijpt niet wat er gevraagd wordt.',
      done: 'Samen gelezen: een afspraak om de kaart te vernieuwen. Afspraak gemaakt.',
    },
  },
  mobility: {
    fr: {
      noticed: 'Arrive en retard les jours où la ligne 3 ne passe pas.',
      done: 'Autre itinéraire essayé ensemble, abonnement demandé.',
    },
    nl: {
      noticed: 'Weet niet hoe met de bus te komen als de tram niet rijdt.',
      done: 'Route samen geoefend.',
    },
  },
  housing: {
    fr: {
      noticed: 'Parle d’humidité et d’un enfant qui tousse.',
      done: 'Visite faite, le propriétaire a été contacté.',
    },
    nl: {
      noticed: 'Moet tegen eind volgende maand verhuizen en heeft nog niets.',
      done: 'Ingeschreven bij twee huisvestingsdiensten, verlenging gevraagd.',
    },
  },
  health: {
    fr: {
      noticed: 'Très fatigué·e depuis trois jours, n’a pas de médecin.',
      done: 'Rendez-vous à la maison médicale, accompagné·e.',
    },
    nl: {
      noticed: 'Heeft al dagen hoofdpijn en geen huisarts.',
      done: 'Afspraak in het wijkgezondheidscentrum.',
    },
  },
} satisfies Record<string, Noticed>

/** Beside passing a signal on. */
export const passedOn: Record<Tongue, string> = {
  fr: 'Je vois la situation globale, mais pour le rendez-vous tu la vois plus tôt.',
  nl: 'Jij ziet hem of haar deze week; kun jij de afspraak maken?',
}

type Talk = { wentWell: string; toChange: string; decided: string }

/** What a group said about its own smileys. */
export const talks: Record<Tongue, readonly Talk[]> = {
  fr: [
    {
      wentWell: 'Le jeu de rôle chez le médecin : tout le monde a parlé.',
      toChange: 'Trop de mots écrits au tableau.',
      decided: 'Des images d’abord, les mots ensuite.',
    },
    {
      wentWell: 'La sortie à la bibliothèque.',
      toChange: 'La pause est trop courte pour qui doit téléphoner.',
      decided: 'Cinq minutes de plus.',
    },
  ],
  nl: [
    {
      wentWell: 'Samen de tram genomen, iedereen kocht zelf een ticket.',
      toChange: 'De lesgever spreekt soms te snel.',
      decided: 'Een gele kaart opsteken als het te snel gaat.',
    },
    {
      wentWell: 'Praten over werk in het eigen land.',
      toChange: 'Meer oefenen met telefoneren.',
      decided: 'Elke woensdag tien minuten telefoongesprekken.',
    },
  ],
}

/** Sections of a final report in plain words, and the person’s remark. */
export const report: Record<
  Tongue,
  Record<'path' | 'attendance' | 'changes' | 'proposal' | 'obstacles' | 'remark', string>
> = {
  fr: {
    path: 'Venue par l’antenne, elle a commencé sans savoir lire l’horaire du bus. Elle termine en accueillant les nouvelles personnes du groupe.',
    attendance: 'Très régulière. Les absences étaient annoncées, presque toujours pour un rendez-vous des enfants.',
    changes: 'Parle devant le groupe, appelle elle-même l’école, connaît trois lieux du quartier où elle va seule.',
    proposal: 'Un cours de langue le matin, pour écrire davantage, puis un nouveau point sur le projet au printemps.',
    obstacles: 'La garde du mercredi est réglée. L’équivalence de l’attestation est demandée, réponse attendue.',
    remark: 'Je suis fière. Je veux continuer avec les mêmes femmes.',
  },
  nl: {
    path: 'Aangemeld door de antenne met een diploma op zak en weinig vertrouwen. Sprak na drie weken als eerste in de kring.',
    attendance: 'Altijd op tijd. Twee gewettigde afwezigheden voor afspraken bij de gemeente.',
    changes:
      'Voert telefoongesprekken in het Nederlands, helpt anderen met formulieren, heeft een netwerk in de buurt.',
    proposal:
      'Toegangsproef voor de opleiding tot elektricien in het voorjaar, met opvolging door de dienst opleiding.',
    obstacles: 'De gelijkschakeling van het diploma is aangevraagd. Het statuut van student is uitgeklaard.',
    remark: 'Ik wil liever sneller beginnen met de opleiding.',
  },
}

/** What people want of it, in their words. */
export const aims: Record<
  Tongue,
  Record<'participation' | 'pathway' | 'dream' | 'way' | 'change' | 'result', string>
> = {
  fr: {
    participation: 'Sortir, parler avec des gens, aller seule à l’école des enfants.',
    pathway: 'Apprendre assez pour entrer dans une formation d’aide en cuisine.',
    dream: 'Ouvrir un restaurant de mon pays.',
    way: 'Commencer par cuisiner pour la fête du quartier.',
    change: 'Les enfants sont plus grands, il y a du temps pour une formation.',
    result: 'Connaît des gens, participe à l’atelier couture, y va seule.',
  },
  nl: {
    participation: 'Buitenkomen, met de buren praten, de stad leren kennen.',
    pathway: 'Een opleiding volgen en werken met mijn handen of met mensen.',
    dream: 'Weer ingenieur zijn, zoals thuis.',
    way: 'De gelijkschakeling aanvragen en eerst als technicus beginnen.',
    change: 'Voelt zich nu zeker genoeg om verder te denken dan de groep.',
    result: 'Is ingeschreven voor de toegangsproef; de opleiding zelf begint later.',
  },
}

/** What trainer and participant agreed, in the person's words. */
export const agreed: Record<Tongue, readonly [string, string]> = {
  fr: ['Je demande quand je ne comprends pas.', 'Je viens aussi le vendredi, ma voisine garde le petit.'],
  nl: ['Ik spreek Nederlands in de pauze.', 'Ik bel zelf naar de school van mijn dochter.'],
}

/** Said in passing, to the trainer or to the group. */
export const remarks: Record<Tongue, string> = {
  fr: 'Avant je restais à la maison. Maintenant j’attends le matin.',
  nl: 'In het begin was ik bang om te praten. Nu lach ik om mijn fouten.',
}

/** What is found in the steps of the orientation, and said back to those before. */
export const orientation: Record<
  Tongue,
  Record<'review' | 'reviewed' | 'interview' | 'accepted' | 'elsewhere' | 'hold', string>
> = {
  fr: {
    review: 'Cours de langue commencé puis arrêté, deux petits emplois, aucun droit à une formation vérifié jusqu’ici.',
    reviewed: 'L’objectif correspond. Les formateurs reçoivent la personne dans les deux semaines.',
    interview: 'Raconte volontiers, demande quand cela commence. S’inquiète un peu pour la garde des enfants.',
    accepted: 'C’est oui. Niveau testé, une place dans le prochain groupe de ce niveau.',
    elsewhere: 'Parle et écrit déjà bien : un cours de promotion sociale convient mieux, adresse donnée.',
    hold: 'Opération prévue. Reprendre contact après.',
  },
  nl: {
    review: 'Diploma van thuis, hier nooit gebruikt. Volgde een cursus van drie maanden, stopte door verhuis.',
    reviewed: 'Het doel past. De lesgevers zien hem of haar binnen de twee weken.',
    interview: 'Weet goed waarom: wil eerst spreken, dan een opleiding. Alle dagen mogelijk.',
    accepted: 'Aanvaard. Niveau getest, plaats in de volgende groep van dit niveau.',
    elsewhere: 'Spreekt en schrijft al vlot: een gewone taalcursus past beter, adres meegegeven.',
    hold: 'Zorgt nu voor een zieke moeder. Over een maand opnieuw bellen.',
  },
}

/** Talks and quarterly interviews of the training social worker. */
export const followUp: Record<
  Tongue,
  { purpose: string; result: string; interview: Record<'obstacles' | 'agreed' | 'own-words', string> }
> = {
  fr: {
    purpose: 'Voir comment se passent les premières semaines.',
    result: 'Le rythme tient. La garde du mercredi reste à régler, sinon tout va.',
    interview: {
      obstacles: 'Les trajets avec les enfants avant neuf heures.',
      agreed: 'Je demande l’abonnement, la personne appelle la garderie avant vendredi.',
      'own-words': 'Je ne suis plus la même qu’en septembre.',
    },
  },
  nl: {
    purpose: 'Horen hoe de eerste weken lopen.',
    result: 'Komt graag. Wil meer weten over de erkenning van het diploma.',
    interview: {
      obstacles: 'De papieren duren lang en kosten geld.',
      agreed: 'Ik vraag de stand van het dossier op; tegen volgende maand zoeken we samen een opleiding.',
      'own-words': 'Ik droom al een beetje in het Nederlands.',
    },
  },
}

/** Steps with institutions. */
export const procedures: Record<
  Tongue,
  Record<'institution' | 'words' | 'sent' | 'waiting' | 'granted' | 'refused' | 'settled', string>
> = {
  fr: {
    institution: 'Administration communale de Lindebourg',
    words: 'Lettre reçue, à comprendre ensemble.',
    sent: 'Formulaire envoyé avec les copies.',
    waiting: 'Accusé de réception, six à huit semaines.',
    granted: 'Accordé.',
    refused: 'Refusé : une pièce manquait.',
    settled: 'Fait ensemble, c’est compris.',
  },
  nl: {
    institution: 'Dienst gelijkwaardigheid van diploma’s',
    words: 'Diploma en vertaling verzameld.',
    sent: 'Dossier verstuurd.',
    waiting: 'Ontvangstbewijs gekregen, vier maanden wachten.',
    granted: 'Toegekend voor dit schooljaar.',
    refused: 'Geweigerd: het aantal uren was te laag.',
    settled: 'Samen gedaan.',
  },
}
