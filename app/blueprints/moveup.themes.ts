/**
 * The intense week of workshops: ten half-days that are taken up again week after week, each time a little further. Which
 * domains of life they touch is the source's; how they are worked on is ours, for adults who read little or not yet.
 */
import type { Theme } from './blueprint.ts'
import { plain, staff } from './words.ts'

const weekly: readonly Omit<Theme, 'profileParts'>[] = [
  {
    key: 'language',
    title: plain(
      'La langue de tous les jours',
      'Die Sprache im Alltag',
      'Everyday language',
      'De taal van elke dag',
      'لغة الحياة اليومية',
    ),
    aim: staff(
      'Chaque personne prend la parole dans une situation de sa semaine, avec l’aide du professeur de langue.',
      'Alle sprechen in einer Situation aus ihrer Woche, unterstützt von der Sprachlehrperson.',
      'Everyone speaks in a situation from their week, with the help of the language teacher.',
      'Iedereen spreekt in een situatie uit de eigen week, met hulp van de taalleerkracht.',
    ),
    material: staff(
      'Images de situations, objets du quotidien, cartes plastifiées',
      'Bilder von Situationen, Alltagsgegenstände, laminierte Karten',
      'Pictures of situations, everyday objects, laminated cards',
      'Prenten van situaties, alledaagse voorwerpen, geplastificeerde kaarten',
    ),
    homework: plain(
      'Saluez trois personnes et posez une question.',
      'Grüssen Sie drei Personen und stellen Sie eine Frage.',
      'Greet three people and ask one question.',
      'Groet drie mensen en stel één vraag.',
      'سلّموا على ثلاثة أشخاص واسألوا سؤالًا واحدًا.',
    ),
  },
  {
    key: 'housing',
    title: plain('Se loger', 'Wohnen', 'Housing', 'Wonen', 'السكن'),
    aim: staff(
      'Chaque personne comprend l’essentiel de son bail, de ses charges et de ses déchets, et sait à qui en parler.',
      'Alle verstehen das Wichtigste zu Mietvertrag, Nebenkosten und Abfall und wissen, mit wem sie darüber sprechen.',
      'Everyone understands the essentials of lease, charges and waste, and knows whom to talk to.',
      'Iedereen begrijpt het belangrijkste van huurcontract, kosten en afval, en weet met wie erover te praten.',
    ),
    material: staff(
      'Plans d’appartement, factures simplifiées, sacs de tri',
      'Wohnungspläne, vereinfachte Rechnungen, Säcke zum Trennen',
      'Floor plans, simplified bills, sorting bags',
      'Plattegronden, vereenvoudigde facturen, sorteerzakken',
    ),
    bring: plain(
      'Une lettre que vous ne comprenez pas, si vous voulez.',
      'Einen Brief, den Sie nicht verstehen, wenn Sie möchten.',
      'A letter that you don’t understand, if you like.',
      'Een brief die u niet begrijpt, als u dat wilt.',
      'رسالة لا تفهمونها، إذا أردتم.',
    ),
  },
  {
    key: 'health',
    title: plain('La santé', 'Gesundheit', 'Health', 'Gezondheid', 'الصحة'),
    aim: staff(
      'Chaque personne sait prendre rendez-vous, dire où elle a mal, lire une ordonnance et appeler les urgences.',
      'Alle können einen Termin vereinbaren, sagen, wo es schmerzt, ein Rezept lesen und den Notruf wählen.',
      'Everyone can make an appointment, say where it hurts, read a prescription and call for help.',
      'Iedereen kan een afspraak maken, zeggen waar het pijn doet, een voorschrift lezen en hulp oproepen.',
    ),
    material: staff(
      'Schéma du corps, boîtes de médicaments vides, téléphones',
      'Körperbild, leere Medikamentenschachteln, Telefone',
      'Picture of the body, empty medicine boxes, telephones',
      'Tekening van het lichaam, lege medicijndoosjes, telefoons',
    ),
    homework: plain(
      'Notez le nom et le numéro de votre médecin.',
      'Notieren Sie Namen und Nummer Ihrer Ärztin.',
      'Note the name and number of your doctor.',
      'Noteer de naam en het nummer van uw arts.',
      'اكتبوا اسم طبيبكم ورقمه.',
    ),
  },
  {
    key: 'institutions',
    title: plain(
      'L’État et les services',
      'Staat und Ämter',
      'The state and its services',
      'De staat en de diensten',
      'الدولة ودوائرها',
    ),
    aim: staff(
      'Chaque personne situe la commune, le centre public, la mutualité et l’école, et sait ce que chacun peut faire.',
      'Alle kennen Gemeinde, Sozialzentrum, Krankenkasse und Schule und wissen, wer was tun kann.',
      'Everyone can place the municipality, the public centre, the health insurer and the school, and knows what each can do.',
      'Iedereen kent de gemeente, het openbaar centrum, het ziekenfonds en de school, en weet wat elk kan doen.',
    ),
    material: staff(
      'Plan du quartier, pictogrammes des services, formulaires réels',
      'Quartierplan, Piktogramme der Stellen, echte Formulare',
      'Map of the neighbourhood, pictograms of services, real forms',
      'Kaart van de buurt, pictogrammen van de diensten, echte formulieren',
    ),
    bring: plain(
      'Votre carte d’identité ou de séjour.',
      'Ihren Ausweis.',
      'Your identity or residence card.',
      'Uw identiteits- of verblijfskaart.',
      'بطاقة هويتكم أو إقامتكم.',
    ),
  },
  {
    key: 'city',
    title: plain(
      'Se déplacer dans la ville',
      'In der Stadt unterwegs',
      'Getting around the city',
      'Zich verplaatsen in de stad',
      'التنقل في المدينة',
    ),
    aim: staff(
      'Chaque personne prépare un itinéraire nouveau et le fait, d’abord à deux, puis seule.',
      'Alle planen einen neuen Weg und gehen ihn, zuerst zu zweit, dann allein.',
      'Everyone plans a new route and makes it, first in pairs, then alone.',
      'Iedereen bereidt een nieuwe route voor en legt die af, eerst met twee, dan alleen.',
    ),
    material: staff(
      'Plans du réseau, cartes de transport, appareils photo des téléphones',
      'Netzpläne, Fahrkarten, Kameras der Telefone',
      'Network maps, travel cards, phone cameras',
      'Netplannen, vervoerskaarten, camera’s van de telefoons',
    ),
    bring: plain(
      'Votre carte de transport et de bonnes chaussures.',
      'Ihre Fahrkarte und gute Schuhe.',
      'Your travel card and good shoes.',
      'Uw vervoerskaart en goede schoenen.',
      'بطاقة النقل وحذاء مريح.',
    ),
    outing: plain(
      'Nous faisons un trajet en ville ensemble.',
      'Wir machen zusammen einen Weg durch die Stadt.',
      'We make a journey through the city together.',
      'We leggen samen een traject in de stad af.',
      'نقوم معًا برحلة في المدينة.',
    ),
  },
  {
    key: 'work',
    title: plain(
      'Le travail et l’économie',
      'Arbeit und Wirtschaft',
      'Work and the economy',
      'Werk en economie',
      'العمل والاقتصاد',
    ),
    aim: staff(
      'Chaque personne découvre des métiers et des formations réels, leurs conditions et leurs salaires.',
      'Alle lernen wirkliche Berufe und Ausbildungen kennen, ihre Bedingungen und Löhne.',
      'Everyone discovers real jobs and training courses, their conditions and pay.',
      'Iedereen ontdekt echte beroepen en opleidingen, hun voorwaarden en lonen.',
    ),
    material: staff(
      'Photos de métiers, fiche de salaire simplifiée, offres affichées',
      'Fotos von Berufen, vereinfachte Lohnabrechnung, ausgehängte Stellen',
      'Photos of jobs, a simplified pay slip, posted vacancies',
      'Foto’s van beroepen, een vereenvoudigde loonbrief, uithangende vacatures',
    ),
    homework: plain(
      'Demandez à une personne quel est son métier.',
      'Fragen Sie eine Person nach ihrem Beruf.',
      'Ask somebody what their job is.',
      'Vraag iemand wat zijn of haar beroep is.',
      'اسألوا شخصًا عن مهنته.',
    ),
  },
  {
    key: 'confidence',
    title: plain('La confiance en soi', 'Selbstvertrauen', 'Self-confidence', 'Zelfvertrouwen', 'الثقة بالنفس'),
    aim: staff(
      'Chaque personne nomme ce qu’elle sait faire et ce qu’elle a traversé ; le groupe le lui renvoie.',
      'Alle benennen, was sie können und was sie geschafft haben; die Gruppe spiegelt es zurück.',
      'Everyone names what they can do and what they have come through; the group reflects it back.',
      'Iedereen benoemt wat hij of zij kan en heeft doorstaan; de groep geeft het terug.',
    ),
    material: staff(
      'Matériel de bricolage, miroirs, photos',
      'Bastelmaterial, Spiegel, Fotos',
      'Craft material, mirrors, photos',
      'Knutselmateriaal, spiegels, foto’s',
    ),
    bring: plain(
      'Un objet qui compte pour vous.',
      'Einen Gegenstand, der Ihnen wichtig ist.',
      'An object that matters to you.',
      'Een voorwerp dat voor u belangrijk is.',
      'غرض مهم بالنسبة لكم.',
    ),
  },
  {
    key: 'citizenship',
    title: plain('Être citoyen, être citoyenne', 'Bürgerin, Bürger sein', 'Being a citizen', 'Burger zijn', 'المواطنة'),
    aim: staff(
      'Chaque personne connaît des droits et des devoirs qui la touchent et dit ce qu’elle en pense.',
      'Alle kennen Rechte und Pflichten, die sie betreffen, und sagen ihre Meinung dazu.',
      'Everyone knows rights and duties that concern them and says what they think.',
      'Iedereen kent rechten en plichten die hem of haar aangaan en zegt wat hij of zij ervan vindt.',
    ),
    material: staff(
      'Images à débattre, cartes d’accord et de désaccord',
      'Bilder zum Diskutieren, Karten für Zustimmung und Ablehnung',
      'Pictures to debate, cards to agree and disagree',
      'Prenten om over te praten, kaarten voor eens en oneens',
    ),
  },
  {
    key: 'outing',
    title: plain(
      'La sortie du groupe',
      'Der Ausflug der Gruppe',
      'The group’s outing',
      'De uitstap van de groep',
      'رحلة المجموعة',
    ),
    aim: staff(
      'Le groupe découvre un lieu où chaque personne peut revenir seule : bibliothèque, maison de quartier, musée, club.',
      'Die Gruppe entdeckt einen Ort, an den alle allein zurückkehren können: Bibliothek, Quartierhaus, Museum, Verein.',
      'The group discovers a place to which everyone can return alone: library, community centre, museum, club.',
      'De groep ontdekt een plek waar iedereen alleen terug kan komen: bibliotheek, buurthuis, museum, club.',
    ),
    material: staff(
      'Budget de sortie, billets, liste de présence, trousse de secours',
      'Ausflugsbudget, Billette, Präsenzliste, Notfallapotheke',
      'Outings budget, tickets, attendance list, first-aid kit',
      'Budget voor uitstappen, tickets, aanwezigheidslijst, verbanddoos',
    ),
    bring: plain(
      'À boire et un vêtement de pluie.',
      'Etwas zu trinken und einen Regenschutz.',
      'Something to drink and a raincoat.',
      'Iets om te drinken en regenkledij.',
      'شيئًا للشرب ومعطفًا للمطر.',
    ),
    outing: plain(
      'Nous visitons un lieu du quartier. C’est gratuit pour vous.',
      'Wir besuchen einen Ort im Quartier. Für Sie ist es gratis.',
      'We visit a place nearby. It is free for you.',
      'We bezoeken een plek in de buurt. Voor u is het gratis.',
      'نزور مكانًا في الحي. الزيارة مجانية لكم.',
    ),
  },
  {
    key: 'looking-back',
    title: plain(
      'Le bilan de la semaine',
      'Der Wochenrückblick',
      'Looking back on the week',
      'Terugblik op de week',
      'مراجعة الأسبوع',
    ),
    aim: staff(
      'Le groupe dit ce qu’il a appris et ce qu’il veut revoir ; chaque personne fait le point sur son but.',
      'Die Gruppe sagt, was sie gelernt hat und wiederholen will; alle schauen auf ihr eigenes Ziel.',
      'The group says what it learned and wants to revisit; everyone looks at their own aim.',
      'De groep zegt wat ze geleerd heeft en wil herhalen; iedereen kijkt naar het eigen doel.',
    ),
    material: staff(
      'Photos de la semaine, gommettes, grille de visages',
      'Fotos der Woche, Klebepunkte, Raster mit Gesichtern',
      'Photos of the week, stickers, grid of faces',
      'Foto’s van de week, stickers, raster met gezichten',
    ),
    homework: plain(
      'Choisissez une chose à essayer la semaine prochaine.',
      'Wählen Sie etwas, das Sie nächste Woche versuchen.',
      'Choose one thing to try next week.',
      'Kies één ding om volgende week te proberen.',
      'اختاروا شيئًا واحدًا لتجربته الأسبوع المقبل.',
    ),
  },
]

export const themes: readonly Theme[] = weekly.map((theme) => ({ ...theme, profileParts: [] }))
