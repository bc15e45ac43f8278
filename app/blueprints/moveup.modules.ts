// A table, long because each intended change says every one of its points in four languages.
/**
 * The three modules and their changes, from the source's own lists of sub-objectives. Which of them are attitudes and which
 * competences, and the words of the points, are ours.
 */
import type { IntendedChange, ProgrammeModule } from './parts/modules.ts'
import { staff } from './words.ts'

const change = (
  key: string,
  kind: IntendedChange['kind'],
  label: IntendedChange['label'],
  ...points: IntendedChange['points']
): IntendedChange => ({ key, kind, label, points })

const collective: readonly IntendedChange[] = [
  change(
    'isolation',
    'attitude',
    staff('Rompre l’isolement', 'Aus der Isolation kommen', 'Break out of isolation', 'Het isolement doorbreken'),
    staff(
      'Sort peu et reste seul·e',
      'Geht wenig hinaus und bleibt für sich',
      'Goes out little and stays alone',
      'Komt weinig buiten en blijft alleen',
    ),
    staff(
      'Vient, mais parle peu aux autres',
      'Kommt, spricht aber wenig mit anderen',
      'Comes, but talks little to others',
      'Komt, maar praat weinig met anderen',
    ),
    staff(
      'Parle aux autres pendant les ateliers',
      'Spricht in den Workshops mit anderen',
      'Talks to others during the workshops',
      'Praat met anderen tijdens de workshops',
    ),
    staff(
      'Voit d’autres personnes en dehors aussi',
      'Trifft auch ausserhalb andere Menschen',
      'Sees other people outside too',
      'Ziet ook daarbuiten andere mensen',
    ),
  ),
  change(
    'networks',
    'competence',
    staff('Créer des réseaux sociaux', 'Soziale Netze knüpfen', 'Build social networks', 'Sociale netwerken opbouwen'),
    staff(
      'Ne connaît personne à qui demander',
      'Kennt niemanden zum Fragen',
      'Knows nobody to ask',
      'Kent niemand om iets te vragen',
    ),
    staff(
      'Connaît une personne à qui demander',
      'Kennt eine Person zum Fragen',
      'Knows one person to ask',
      'Kent één persoon om iets te vragen',
    ),
    staff(
      'Connaît plusieurs personnes et les contacte',
      'Kennt mehrere Personen und meldet sich bei ihnen',
      'Knows several people and contacts them',
      'Kent meerdere mensen en neemt contact op',
    ),
    staff(
      'Participe à un lieu ou à une association',
      'Macht an einem Ort oder in einem Verein mit',
      'Takes part in a place or an association',
      'Doet mee in een huis of vereniging',
    ),
    staff(
      'Aide d’autres à entrer dans le réseau',
      'Hilft anderen ins Netz hinein',
      'Helps others into the network',
      'Helpt anderen in het netwerk',
    ),
  ),
  change(
    'self-confidence',
    'attitude',
    staff(
      'Améliorer la confiance en soi et l’amour propre',
      'Selbstvertrauen und Selbstachtung stärken',
      'Gain self-confidence and self-respect',
      'Zelfvertrouwen en eigenwaarde versterken',
    ),
    staff('N’ose pas essayer', 'Wagt keinen Versuch', 'Does not dare to try', 'Durft niet te proberen'),
    staff(
      'Essaie quand on l’encourage',
      'Versucht es mit Ermutigung',
      'Tries when encouraged',
      'Probeert met aanmoediging',
    ),
    staff('Essaie de soi-même', 'Versucht es von sich aus', 'Tries unprompted', 'Probeert uit zichzelf'),
    staff(
      'Dit ce qui va et ce qui ne va pas',
      'Sagt, was geht und was nicht',
      'Says what works and what does not',
      'Zegt wat lukt en wat niet',
    ),
  ),
  change(
    'society',
    'competence',
    staff(
      'Avoir une idée de la réalité socioéconomique de la société',
      'Eine Vorstellung von Wirtschaft und Gesellschaft haben',
      'Have an idea of how society and its economy work',
      'Een beeld hebben van de sociaal-economische werkelijkheid',
    ),
    staff(
      'Le travail, le logement et les prix d’ici sont peu connus',
      'Arbeit, Wohnen und Preise hier sind wenig bekannt',
      'Work, housing and prices here are little known',
      'Werk, wonen en prijzen hier zijn weinig bekend',
    ),
    staff(
      'Comprend ce qui touche sa propre situation',
      'Versteht, was die eigene Lage betrifft',
      'Understands what touches their own situation',
      'Begrijpt wat de eigen situatie raakt',
    ),
    staff(
      'Compare avec d’autres situations',
      'Vergleicht mit anderen Lagen',
      'Compares with other situations',
      'Vergelijkt met andere situaties',
    ),
    staff(
      'En tient compte dans ses choix',
      'Berücksichtigt es bei Entscheidungen',
      'Takes it into account in choices',
      'Houdt er rekening mee bij keuzes',
    ),
  ),
  change(
    'state',
    'competence',
    staff(
      'Développer ses connaissances sur l’État, ses institutions, son fonctionnement',
      'Den Staat, seine Stellen und ihr Funktionieren kennen lernen',
      'Learn about the state, its institutions and how they work',
      'Kennis opbouwen over de staat, zijn instellingen en hun werking',
    ),
    staff(
      'Ne sait pas à quel service s’adresser',
      'Weiss nicht, welche Stelle zuständig ist',
      'Does not know which service to turn to',
      'Weet niet bij welke dienst te zijn',
    ),
    staff('Nomme quelques services', 'Nennt einige Stellen', 'Names some services', 'Noemt enkele diensten'),
    staff(
      'Explique à quoi ils servent',
      'Erklärt, wozu sie da sind',
      'Explains what they are for',
      'Legt uit waarvoor ze dienen',
    ),
    staff(
      'S’y adresse sans accompagnement',
      'Wendet sich allein an sie',
      'Turns to them unaccompanied',
      'Gaat er alleen naartoe',
    ),
  ),
  change(
    'citizen',
    'attitude',
    staff(
      'S’inscrire en tant que citoyen',
      'Sich als Bürgerin oder Bürger einbringen',
      'Take part as a citizen',
      'Zich als burger inschrijven',
    ),
    staff(
      'Ne se sent pas concerné·e',
      'Fühlt sich nicht angesprochen',
      'Does not feel concerned',
      'Voelt zich niet betrokken',
    ),
    staff(
      'Écoute et pose des questions',
      'Hört zu und stellt Fragen',
      'Listens and asks questions',
      'Luistert en stelt vragen',
    ),
    staff(
      'Donne son avis dans le groupe',
      'Sagt in der Gruppe die eigene Meinung',
      'Gives an opinion in the group',
      'Geeft een mening in de groep',
    ),
    staff(
      'S’engage dans la vie du quartier',
      'Engagiert sich im Quartier',
      'Gets involved in the neighbourhood',
      'Engageert zich in de buurt',
    ),
  ),
]

const individual: readonly IntendedChange[] = [
  change(
    'being-heard',
    'attitude',
    staff(
      'Trouver un lieu d’écoute et d’accompagnement personnalisé',
      'Einen Ort finden, an dem man gehört und begleitet wird',
      'Find a place to be heard and accompanied',
      'Een plek vinden waar men luistert en begeleidt',
    ),
    staff(
      'Garde ses difficultés pour soi',
      'Behält Schwierigkeiten für sich',
      'Keeps difficulties to themselves',
      'Houdt moeilijkheden voor zich',
    ),
    staff(
      'En parle quand on le demande',
      'Spricht auf Nachfrage darüber',
      'Talks about them when asked',
      'Praat erover als men het vraagt',
    ),
    staff(
      'Vient en parler de soi-même',
      'Kommt von sich aus darauf zu sprechen',
      'Comes to talk about them unprompted',
      'Komt er uit zichzelf over praten',
    ),
    staff(
      'Cherche une solution avec nous',
      'Sucht mit uns eine Lösung',
      'Looks for a solution with us',
      'Zoekt samen met ons een oplossing',
    ),
  ),
  change(
    'emancipation',
    'attitude',
    staff(
      'Aller vers l’émancipation et l’autonomie',
      'Selbstbestimmt und selbstständig werden',
      'Move towards emancipation and autonomy',
      'Groeien naar emancipatie en zelfstandigheid',
    ),
    staff(
      'Attend que d’autres fassent',
      'Wartet, bis andere handeln',
      'Waits for others to act',
      'Wacht tot anderen handelen',
    ),
    staff(
      'Agit avec quelqu’un à ses côtés',
      'Handelt, wenn jemand dabei ist',
      'Acts with someone alongside',
      'Handelt met iemand erbij',
    ),
    staff('Agit après un conseil', 'Handelt nach einem Rat', 'Acts after advice', 'Handelt na advies'),
    staff(
      'Décide et agit de soi-même',
      'Entscheidet und handelt selbst',
      'Decides and acts alone',
      'Beslist en handelt zelf',
    ),
  ),
  change(
    'procedures',
    'competence',
    staff(
      'Faire ses démarches auprès des institutions et services publics',
      'Anliegen bei Ämtern und öffentlichen Diensten erledigen',
      'Deal with institutions and public services',
      'Stappen zetten bij instellingen en openbare diensten',
    ),
    staff(
      'Apporte les courriers sans les ouvrir',
      'Bringt Briefe ungeöffnet mit',
      'Brings letters unopened',
      'Brengt brieven ongeopend mee',
    ),
    staff(
      'Comprend de quoi il s’agit',
      'Versteht, worum es geht',
      'Understands what it is about',
      'Begrijpt waarover het gaat',
    ),
    staff(
      'Prépare les papiers avec de l’aide',
      'Bereitet Unterlagen mit Hilfe vor',
      'Prepares papers with help',
      'Bereidt papieren voor met hulp',
    ),
    staff(
      'Fait la démarche et demande en cas de doute',
      'Erledigt es und fragt im Zweifel',
      'Does it and asks when in doubt',
      'Doet het en vraagt bij twijfel',
    ),
    staff(
      'Fait ses démarches sans aide',
      'Erledigt Anliegen ohne Hilfe',
      'Does it without help',
      'Doet het zonder hulp',
    ),
  ),
]

const preparation: readonly IntendedChange[] = [
  change(
    'skills',
    'competence',
    staff(
      'Acquérir des compétences complémentaires pour le marché de l’emploi',
      'Weitere Fähigkeiten für den Arbeitsmarkt erwerben',
      'Gain further skills for the labour market',
      'Bijkomende competenties voor de arbeidsmarkt verwerven',
    ),
    staff(
      'S’exprime avec peine devant d’autres',
      'Spricht nur mühsam vor anderen',
      'Finds it hard to speak in front of others',
      'Spreekt moeilijk voor anderen',
    ),
    staff(
      'S’exprime dans un cadre connu',
      'Spricht in vertrauter Umgebung',
      'Speaks in a familiar setting',
      'Spreekt in een vertrouwde omgeving',
    ),
    staff(
      'Se présente à un inconnu',
      'Stellt sich Fremden vor',
      'Introduces themselves to a stranger',
      'Stelt zich voor aan een onbekende',
    ),
    staff(
      'Mène un entretien simple',
      'Führt ein einfaches Gespräch',
      'Holds a simple interview',
      'Voert een eenvoudig gesprek',
    ),
  ),
  change(
    'self-esteem',
    'attitude',
    staff(
      'Améliorer l’estime de soi',
      'Das Selbstwertgefühl stärken',
      'Gain self-esteem',
      'Het gevoel van eigenwaarde versterken',
    ),
    staff(
      'Ne voit pas ce qu’il ou elle sait faire',
      'Sieht die eigenen Stärken nicht',
      'Does not see what they can do',
      'Ziet niet wat hij of zij kan',
    ),
    staff(
      'Nomme une force quand on l’aide',
      'Nennt mit Hilfe eine Stärke',
      'Names a strength with help',
      'Noemt een sterkte met hulp',
    ),
    staff(
      'Nomme ses forces avec des exemples',
      'Nennt Stärken mit Beispielen',
      'Names strengths with examples',
      'Noemt sterktes met voorbeelden',
    ),
    staff(
      'S’appuie sur ses forces pour se proposer',
      'Bietet sich mit den eigenen Stärken an',
      'Relies on strengths to put themselves forward',
      'Steunt op sterktes om zich aan te bieden',
    ),
  ),
  change(
    'entrance-test',
    'competence',
    staff(
      'Se préparer aux tests d’entrée d’une formation qualifiante',
      'Sich auf den Eintrittstest einer Ausbildung vorbereiten',
      'Prepare for the entrance test of a qualifying training',
      'Zich voorbereiden op de toegangsproef van een opleiding',
    ),
    staff('Ne connaît pas les tests', 'Kennt die Tests nicht', 'Does not know the tests', 'Kent de proeven niet'),
    staff('Sait ce qui est demandé', 'Weiss, was verlangt wird', 'Knows what is asked', 'Weet wat gevraagd wordt'),
    staff('S’exerce sur des exemples', 'Übt an Beispielen', 'Practises on examples', 'Oefent met voorbeelden'),
    staff('Réussit un test d’essai', 'Besteht einen Probetest', 'Passes a trial test', 'Slaagt voor een oefenproef'),
  ),
  change(
    'labour-market',
    'competence',
    staff(
      'Découvrir le marché de l’emploi pour affiner un projet réaliste',
      'Den Arbeitsmarkt entdecken und ein realistisches Ziel schärfen',
      'Discover the labour market and sharpen a realistic project',
      'De arbeidsmarkt ontdekken om een realistisch project te verfijnen',
    ),
    staff(
      'N’a pas d’idée de métier',
      'Hat keine Berufsidee',
      'Has no idea of an occupation',
      'Heeft geen idee van een beroep',
    ),
    staff(
      'A une idée, sans la connaître',
      'Hat eine Idee, kennt sie aber nicht',
      'Has an idea without knowing it',
      'Heeft een idee zonder het te kennen',
    ),
    staff(
      'S’est renseigné·e sur place',
      'Hat sich vor Ort informiert',
      'Has enquired on the spot',
      'Heeft ter plaatse inlichtingen genomen',
    ),
    staff(
      'A un projet qui tient compte des exigences',
      'Hat ein Vorhaben, das die Anforderungen kennt',
      'Has a project that allows for what is required',
      'Heeft een project dat rekening houdt met de eisen',
    ),
  ),
]

export const modules: readonly ProgrammeModule[] = [
  {
    key: 'collective',
    label: staff(
      'Module 1\u00a0: ateliers collectifs',
      'Modul 1: Workshops in der Gruppe',
      'Module 1: collective workshops',
      'Module 1: collectieve workshops',
    ),
    state: 'running',
    way: 'collective',
    changes: collective,
  },
  {
    key: 'individual',
    label: staff(
      'Module 2\u00a0: suivi individuel',
      'Modul 2: Einzelbegleitung',
      'Module 2: individual follow-up',
      'Module 2: individuele opvolging',
    ),
    state: 'running',
    way: 'individual',
    changes: individual,
  },
  {
    key: 'preparation',
    label: staff(
      'Module 3\u00a0: préparation à l’insertion socioprofessionnelle',
      'Modul 3: Vorbereitung auf die berufliche Eingliederung',
      'Module 3: preparation for the way into work',
      'Module 3: voorbereiding op de socioprofessionele inschakeling',
    ),
    // "À mettre en place / à construire": the coordinator says from when.
    state: 'planned',
    way: 'collective',
    changes: preparation,
  },
]
