/** The content of the twelve half-days, a table that is long because each theme says everything about itself. */
import type { Theme } from './blueprint.ts'
import { plain, staff } from './words.ts'

export const themes: readonly Theme[] = [
  {
    key: 'arriving',
    title: plain(
      'Arriver et se connaître',
      'Ankommen und sich kennenlernen',
      'Arriving and getting to know each other',
      'الوصول والتعارف',
    ),
    aim: staff(
      'Les attentes sont dites, les règles du groupe sont posées ensemble, chaque personne sait ce que l’atelier est et n’est pas.',
      'Erwartungen sind ausgesprochen, Gruppenregeln gemeinsam festgelegt; alle wissen, was der Kurs ist und was nicht.',
      'Expectations are voiced, group rules are made together, everyone knows what the workshop is and is not.',
    ),
    material: staff(
      'Jeu d’images, cartes pour les prénoms, feuille d’information, affiche pour les règles',
      'Bildkarten, Namenskarten, Informationsblatt, Plakat für die Regeln',
      'Picture cards, name cards, information sheet, poster for the rules',
    ),
    bring: plain('Rien de spécial.', 'Nichts Besonderes.', 'Nothing special.', 'لا شيء خاص.'),
    profileParts: ['motivation'],
  },
  {
    key: 'my-path',
    title: plain('Mon parcours', 'Mein Weg', 'My path', 'مسار حياتي'),
    aim: staff(
      'Chaque personne dessine son parcours, travail, famille, migration, bénévolat, et y repère ce qu’elle a su faire.',
      'Jede Person zeichnet ihren Weg – Arbeit, Familie, Migration, Freiwilliges – und erkennt, was ihr gelungen ist.',
      'Each person draws their path, work, family, migration, volunteering, and finds in it what they managed to do.',
    ),
    material: staff(
      'Rouleau de papier, feutres, gommettes',
      'Papierrolle, Filzstifte, Klebepunkte',
      'Roll of paper, felt pens, stickers',
    ),
    homework: plain(
      'Cherchez une photo ou un objet de votre parcours.',
      'Suchen Sie ein Foto oder einen Gegenstand aus Ihrem Leben.',
      'Find a photo or an object from your life.',
      'ابحثوا عن صورة أو غرض من حياتكم.',
    ),
    profileParts: ['evidence'],
  },
  {
    key: 'my-values',
    title: plain('Ce qui compte pour moi', 'Was mir wichtig ist', 'What matters to me', 'ما يهمني'),
    aim: staff(
      'Les valeurs personnelles sont nommées et reliées à ce que la personne cherche dans une activité.',
      'Persönliche Werte sind benannt und mit dem verbunden, was die Person in einer Tätigkeit sucht.',
      'Personal values are named and linked to what the person looks for in an activity.',
    ),
    material: staff(
      'Cartes de valeurs illustrées, enveloppes',
      'Bebilderte Wertekarten, Umschläge',
      'Illustrated value cards, envelopes',
    ),
    bring: plain(
      'La photo ou l’objet que vous avez choisi.',
      'Das Foto oder den Gegenstand, den Sie gewählt haben.',
      'The photo or object that you chose.',
      'الصورة أو الغرض الذي اخترتموه.',
    ),
    profileParts: ['values', 'motivation'],
  },
  {
    key: 'in-the-park',
    title: plain('Dehors, au parc', 'Draussen im Park', 'Outside, in the park', 'في الخارج، في الحديقة'),
    aim: staff(
      'Des exercices à deux et en groupe montrent des compétences que la salle ne montre pas ; les observations sont notées comme preuves.',
      'Übungen zu zweit und in der Gruppe zeigen Kompetenzen, die im Raum nicht sichtbar werden; Beobachtungen werden als Belege notiert.',
      'Exercises in pairs and in the group show competences that the room does not; observations are noted as evidence.',
    ),
    material: staff(
      'Consignes en images, corde, foulards, trousse de secours, liste des présences',
      'Bildanleitungen, Seil, Tücher, Notfallapotheke, Präsenzliste',
      'Picture instructions, rope, scarves, first-aid kit, attendance list',
    ),
    bring: plain(
      'De bonnes chaussures, une veste, de l’eau.',
      'Gute Schuhe, eine Jacke, Wasser.',
      'Good shoes, a jacket, water.',
      'حذاء مريح وسترة وماء.',
    ),
    outing: plain('Exercices dans un parc', 'Übungen in einem Park', 'Exercises in a park', 'تمارين في حديقة عامة'),
    profileParts: ['competences', 'evidence'],
  },
  {
    key: 'my-competences',
    title: plain('Mes compétences', 'Meine Kompetenzen', 'My competences', 'كفاءاتي'),
    aim: staff(
      'Chaque personne choisit une dizaine de compétences et se situe sur l’échelle d’autonomie.',
      'Jede Person wählt rund zehn Kompetenzen und schätzt sich auf der Autonomieskala ein.',
      'Each person picks about ten competences and places themselves on the autonomy scale.',
    ),
    material: staff(
      'Cartes des compétences, échelle en quatre pas, tablettes',
      'Kompetenzkarten, Skala in vier Schritten, Tablets',
      'Competence cards, four-step scale, tablets',
    ),
    homework: plain(
      'Demandez à un proche ce que vous faites bien.',
      'Fragen Sie eine vertraute Person, was Sie gut können.',
      'Ask someone close what you do well.',
      'اسألوا شخصًا قريبًا منكم عمّا تجيدونه.',
    ),
    profileParts: ['competences'],
  },
  {
    key: 'my-evidence',
    title: plain('Mes preuves', 'Meine Belege', 'My evidence', 'أدلتي'),
    aim: staff(
      'À chaque compétence importante correspond une situation vécue : ce que la personne a fait et qui l’a vu.',
      'Zu jeder wichtigen Kompetenz gehört eine erlebte Situation: was die Person getan hat und wer es gesehen hat.',
      'Each important competence has a real situation: what the person did and who saw it.',
    ),
    material: staff(
      'Feuilles de preuves, exemples, tablettes',
      'Belegblätter, Beispiele, Tablets',
      'Evidence sheets, examples, tablets',
    ),
    bring: plain(
      'Un certificat ou une photo, si vous en avez.',
      'Ein Zeugnis oder Foto, wenn Sie eines haben.',
      'A certificate or a photo, if you have one.',
      'شهادة أو صورة، إن وُجدت.',
    ),
    profileParts: ['competences', 'evidence'],
  },
  {
    key: 'feedback',
    title: plain(
      'Donner et recevoir un avis',
      'Rückmeldung geben und annehmen',
      'Giving and receiving feedback',
      'إبداء الرأي وتقبّله',
    ),
    aim: staff(
      'Les règles du retour sont apprises et exercées avant que les membres du groupe s’évaluent entre eux, à visage découvert.',
      'Die Regeln der Rückmeldung werden gelernt und geübt, bevor sich die Mitglieder gegenseitig einschätzen, offen und mit Namen.',
      'The rules of feedback are learned and practised before members rate one another, openly and by name.',
    ),
    material: staff(
      'Affiche des règles, tableau d’épingles, cartes',
      'Plakat mit Regeln, Pinnwand, Karten',
      'Poster of the rules, pin board, cards',
    ),
    profileParts: ['competences'],
  },
  {
    key: 'at-the-museum',
    title: plain('Au musée', 'Im Museum', 'At the museum', 'في المتحف'),
    aim: staff(
      'Une œuvre ouvre la parole sur d’autres vies possibles ; chaque personne nomme des souhaits, sans les juger.',
      'Ein Werk bringt andere mögliche Leben zur Sprache; jede Person nennt Wünsche, ohne sie zu bewerten.',
      'A work of art opens talk about other possible lives; each person names wishes without judging them.',
    ),
    material: staff(
      'Réservation, billets, questions en images, liste des présences',
      'Reservation, Eintritte, Bildfragen, Präsenzliste',
      'Booking, tickets, picture questions, attendance list',
    ),
    outing: plain('Visite d’un musée', 'Besuch in einem Museum', 'Visit to a museum', 'زيارة متحف'),
    homework: plain(
      'Dessinez ou notez un souhait pour vous.',
      'Zeichnen oder notieren Sie einen Wunsch für sich.',
      'Draw or write down a wish for yourself.',
      'ارسموا أو اكتبوا أمنية لأنفسكم.',
    ),
    profileParts: ['wishes'],
  },
  {
    key: 'two-views',
    title: plain('Deux regards sur moi', 'Zwei Blicke auf mich', 'Two views of me', 'نظرتان إليّ'),
    aim: staff(
      'Les deux évaluations sont lues côte à côte ; une différence est un sujet de conversation, pas une erreur. Les freins et les appuis sont nommés.',
      'Selbst- und Fremdeinschätzung liegen nebeneinander; ein Unterschied ist ein Gesprächsanlass, kein Fehler. Hindernisse und Stützen sind benannt.',
      'Both assessments are read side by side; a difference is something to talk about, not an error. Obstacles and supports are named.',
    ),
    material: staff(
      'Profils en cours, espace pour parler à deux',
      'Entwürfe der Profile, Platz für Zweiergespräche',
      'Draft profiles, room to talk in pairs',
    ),
    profileParts: ['competences', 'obstacles'],
  },
  {
    key: 'moving',
    title: plain('Bouger ensemble', 'Zusammen bewegen', 'Moving together', 'نتحرك معًا'),
    aim: staff(
      'Une activité physique adaptée à chaque personne redonne de l’élan ; le groupe parle de ce qui met en mouvement.',
      'Eine für alle passende Bewegung gibt Schwung; die Gruppe spricht darüber, was sie in Bewegung bringt.',
      'A physical activity that suits everyone gives momentum; the group talks about what gets them moving.',
    ),
    material: staff(
      'Salle ou terrain, ballon, eau, trousse de secours, variante assise',
      'Halle oder Platz, Ball, Wasser, Notfallapotheke, Variante im Sitzen',
      'Hall or pitch, ball, water, first-aid kit, seated variant',
    ),
    bring: plain(
      'Des habits confortables et de l’eau.',
      'Bequeme Kleider und Wasser.',
      'Comfortable clothes and water.',
      'ملابس مريحة وماء.',
    ),
    outing: plain('Activité physique', 'Bewegung und Sport', 'Physical activity', 'نشاط بدني'),
    homework: plain(
      'Posez une question à quelqu’un sur son travail.',
      'Stellen Sie jemandem eine Frage zu seiner Arbeit.',
      'Ask someone a question about their work.',
      'اسألوا شخصًا سؤالًا عن عمله.',
    ),
    profileParts: ['motivation'],
  },
  {
    key: 'my-ideas',
    title: plain('Mes idées', 'Meine Ideen', 'My ideas', 'أفكاري'),
    aim: staff(
      'Chaque personne formule une première et une deuxième idée et vérifie ce qu’elles demandent.',
      'Jede Person formuliert eine erste und eine zweite Idee und prüft, was es dafür braucht.',
      'Each person words a first and a second idea and checks what they take.',
    ),
    material: staff(
      'Fiches d’idées, exemples de missions et de formations, téléphones',
      'Ideenblätter, Beispiele für Einsätze und Kurse, Telefone',
      'Idea sheets, examples of missions and courses, phones',
    ),
    bring: plain(
      'Votre téléphone, si vous en avez un.',
      'Ihr Handy, wenn Sie eines haben.',
      'Your phone, if you have one.',
      'هاتفكم، إن وُجد.',
    ),
    profileParts: ['wishes', 'first-idea', 'second-idea'],
  },
  {
    key: 'my-next-step',
    title: plain(
      'Mon profil et mon prochain pas',
      'Mein Profil und mein nächster Schritt',
      'My profile and my next step',
      'ملفي وخطوتي التالية',
    ),
    aim: staff(
      'Chaque personne décide ligne par ligne de ce qu’elle transmet, fixe un prochain pas daté et choisit si elle garde contact avec le groupe.',
      'Jede Person entscheidet Zeile für Zeile, was sie weitergibt, setzt einen datierten nächsten Schritt und wählt, ob sie mit der Gruppe in Kontakt bleibt.',
      'Each person decides line by line what to pass on, sets a dated next step and chooses whether to stay in touch with the group.',
    ),
    material: staff(
      'Profils imprimés, tablettes, attestations, quelque chose à partager',
      'Gedruckte Profile, Tablets, Bestätigungen, etwas zum Teilen',
      'Printed profiles, tablets, certificates, something to share',
    ),
    profileParts: ['next-step'],
  },
]
