// Who else helps in the town, entered by the coordinator in the programme's first weeks; and a few people passed on to them.
// All of these organisations are invented.
import { paths } from '../../app/features/partners/paths.ts'
import type { MemberKey } from './cast.ts'
import { founded } from './programme.ts'
import { idIn, type Story, typedDay } from './story.ts'
import type { Form } from './world.ts'

type Offered = {
  key: string
  name: string
  description: string
  street: string
  place: 'Rivemont' | 'Uferwil'
  line: number
  opening: string
  service: Form & { name: string; description: string; themes: string | string[] }
}

const french = 'lecture-ecriture-calcul--maitriser-le-francais'
const offered: readonly Offered[] = [
  {
    key: 'childcare',
    ...{ name: 'Crèche des Peupliers', street: 'Chemin des Peupliers 4', place: 'Rivemont', line: 41 },
    ...{ opening: 'Mo-Fr 06:30-18:30', description: 'Crèche pour enfants de 3 mois à 4 ans.' },
    service: {
      ...{
        name: 'Places pour parents en formation',
        description: 'Une place de crèche pour les demi-journées de cours.',
      },
      ...{ themes: 'famille--garde-denfants', audiences: 'familles', ways: 'telephoner', fees: 'payant' },
      conditions: 'Attestation du cours ou de la mesure.',
    },
  },
  {
    key: 'parents',
    ...{ name: 'Familientreff Holunder', street: 'Holunderweg 7', place: 'Uferwil', line: 42 },
    ...{ opening: 'Tu-Th 09:00-11:30', description: 'Treffpunkt für Eltern mit kleinen Kindern.' },
    service: {
      ...{ name: 'Elterncafé', description: 'Andere Eltern treffen, Fragen stellen. Die Kinder spielen nebenan.' },
      ...{
        themes: ['famille--soutien-a-la-parentalite-et-a-leducation', 'remobilisation--lien-social'],
        fees: 'gratuit',
      },
      ...{ ways: 'se-presenter', callers: 'usagers' },
    },
  },
  {
    key: 'budget',
    ...{ name: 'Point Budget du Lac', street: 'Rue du Débarcadère 12', place: 'Rivemont', line: 43 },
    ...{ opening: 'Mo,We 09:00-12:00', description: 'Conseil en budget et en dettes, confidentiel.' },
    service: {
      ...{ name: 'Conseil en dettes', description: 'Faire le tri des factures et parler avec les créanciers.' },
      themes: [
        'difficultes-financieres--situation-dendettement-surendettement',
        'difficultes-financieres--ameliorer-sa-gestion-budgetaire',
      ],
      ...{
        ways: 'telephoner',
        callers: ['usagers', 'professionnels'],
        fees: 'gratuit',
        contactName: 'Corinne Jolidon',
      },
      conditions: 'Apporter les factures et les lettres reçues.',
    },
  },
  {
    key: 'housing',
    ...{ name: 'Wohnhilfe Uferwil', street: 'Brunngasse 3', place: 'Uferwil', line: 44 },
    ...{ opening: 'Mo-Fr 13:30-17:00', description: 'Hilfe bei der Suche nach einer Wohnung.' },
    service: {
      ...{ name: 'Wohnungssuche zu zweit', description: 'Freiwillige suchen mit und kommen zur Besichtigung.' },
      ...{ themes: 'logement-hebergement--louer-un-logement', ways: 'telephoner', fees: 'gratuit' },
    },
  },
  {
    key: 'night',
    ...{ name: 'Accueil de nuit La Passerose', street: 'Ruelle du Moulin 2', place: 'Rivemont', line: 45 },
    ...{ opening: 'Mo-Su 20:00-08:00', description: 'Un lit, une douche, un petit-déjeuner.' },
    service: {
      ...{ name: 'Hébergement de nuit', description: 'Sans rendez-vous, selon les places.' },
      ...{ themes: 'logement-hebergement--rechercher-une-solution-dhebergement-temporaire', ways: 'se-presenter' },
      audiences: 'personnes-en-situation-durgence',
    },
  },
  {
    key: 'health',
    ...{ name: 'Permanence santé des Vernes', street: 'Quai des Vernes 30', place: 'Rivemont', line: 46 },
    ...{ opening: 'Tu,Fr 14:00-18:00', description: 'Premiers soins et orientation, avec interprètes.' },
    service: {
      ...{ name: 'Consultation infirmière', description: 'Parler de sa santé avec une infirmière, sans rendez-vous.' },
      ...{ themes: ['sante--acces-aux-soins', 'sante--sante-mentale'], ways: 'se-presenter', fees: 'gratuit' },
    },
  },
  {
    key: 'addiction',
    ...{ name: 'Beratungsstelle Ankerplatz', street: 'Seestrasse 18', place: 'Uferwil', line: 47 },
    ...{ opening: 'Mo-Th 09:00-12:00,14:00-17:00', description: 'Vertrauliche Beratung, auch für Angehörige.' },
    service: {
      ...{ name: 'Beratung bei Sucht', description: 'Einzelgespräche, auf Wunsch ohne Namen.' },
      ...{ themes: 'sante--addictions', ways: ['telephoner', 'envoyer-un-courriel'], fees: 'gratuit' },
    },
  },
  {
    key: 'language',
    ...{ name: 'École du Préau', street: 'Rue du Préau 9', place: 'Rivemont', line: 48 },
    ...{ opening: 'Mo-Th 17:00-21:00', description: 'Cours de langue du soir, tous niveaux.' },
    service: {
      ...{ name: 'Français du soir', description: 'Deux soirs par semaine, avec garde d’enfants sur demande.' },
      ...{ themes: french, kind: 'formation', fees: 'payant', feeDetails: '30 francs par mois' },
      ...{ ways: 'se-presenter', audiences: 'tous-publics', conditions: 'Test de niveau à l’inscription.' },
    },
  },
  {
    key: 'digital',
    ...{ name: 'Digital-Werkstatt Uferwil', street: 'Bahnhofstrasse 5', place: 'Uferwil', line: 49 },
    ...{ opening: 'We 14:00-18:00, Sa 09:00-12:00', description: 'Offene Werkstatt für Handy und Computer.' },
    service: {
      ...{ name: 'Handy-Sprechstunde', description: 'Mit dem eigenen Handy kommen und Fragen stellen.' },
      ...{
        themes: ['numerique--maitriser-les-fondamentaux-du-numerique', 'numerique--acceder-a-des-services-en-ligne'],
      },
      ...{ kind: 'atelier', fees: 'gratuit', ways: 'se-presenter' },
    },
  },
  {
    key: 'bicycles',
    ...{ name: 'Vélo-Relais', street: 'Place de la Gare 6', place: 'Rivemont', line: 50 },
    ...{ opening: 'Mo-Sa 08:00-18:00', description: 'Vélos d’occasion, location longue durée, réparation.' },
    service: {
      ...{ name: 'Vélo pour aller travailler', description: 'Un vélo prêté pour six mois, avec casque et cadenas.' },
      ...{
        themes: ['mobilite--acceder-a-un-vehicule', 'mobilite--mobilite-douce-partagee-collective'],
        fees: 'payant',
      },
      ...{ feeDetails: 'Caution de 40 francs', ways: 'se-presenter', kind: 'aide-materielle' },
    },
  },
  {
    key: 'rights',
    ...{ name: 'Rechtsauskunft Brückenkopf', street: 'Brückenstrasse 1', place: 'Uferwil', line: 51 },
    ...{ opening: 'Th 17:00-19:00', description: 'Kurze Auskünfte zu Arbeit, Miete und Aufenthalt.' },
    service: {
      ...{ name: 'Rechtsauskunft', description: 'Eine Viertelstunde mit einer Juristin. Briefe mitbringen.' },
      themes: 'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
      ...{ ways: 'se-presenter', fees: 'gratuit' },
    },
  },
  {
    key: 'food',
    ...{ name: 'Épicerie solidaire Le Cabas', street: 'Rue des Tilleuls 15', place: 'Rivemont', line: 52 },
    ...{ opening: 'Tu,Fr 10:00-16:00', description: 'Produits frais à petit prix.' },
    service: {
      ...{ name: 'Carte d’achat', description: 'Une carte donne droit à des prix réduits pendant six mois.' },
      ...{ themes: 'equipement-et-alimentation--alimentation', callers: 'professionnels', ways: 'envoyer-un-courriel' },
      audiences: 'beneficiaires-des-minimas-sociaux',
    },
  },
]

/** The programme's own structure, as others find it. */
const own = {
  ...{
    name: 'Ateliers Rivemont–Uferwil',
    street: 'Quai des Vernes 8',
    postalCode: '2599',
    place: 'Rivemont',
    shared: 'yes',
  },
  ...{ phone: '032 000 30 00', description: 'Ateliers en groupe, en français et en allemand.' },
}
const ownService = {
  ...{ name: 'Douze demi-journées en groupe', description: 'Découvrir ses compétences et préparer la suite, à douze.' },
  themes: [
    'choisir-un-metier--identifier-ses-points-forts-et-ses-competences',
    'remobilisation--bien-etre-confiance-en-soi',
  ],
  ...{ kind: 'atelier', callers: 'professionnels', ways: 'telephoner', fees: 'gratuit' },
}

type PassedOn = {
  person: number
  to: string
  purpose: string
  /** Days from today of the proposal; then what happened, each so many days later. */
  day: number
  steps: readonly (readonly [number, Form & { state: string }])[]
  next?: { nextStep: string; in: number }
}

const passedOn: readonly PassedOn[] = [
  {
    ...{ person: 0, to: 'childcare', day: -24 },
    purpose: 'Une place de crèche pendant les demi-journées, et après.',
    steps: [
      [1, { state: 'told', words: 'Par téléphone, avec Madame Benali.' }],
      [
        9,
        {
          state: 'accepted',
          words: 'Une place le lundi et le mercredi dès le mois prochain.',
          nextStep: 'Aider à remplir le contrat',
        },
      ],
    ],
  },
  {
    ...{ person: 2, to: 'language', day: -15 },
    purpose: 'Continuer le français le soir.',
    steps: [
      [2, { state: 'told' }],
      [12, { state: 'no-answer', nextStep: 'Rappeler le secrétariat' }],
    ],
  },
  {
    ...{ person: 12, to: 'budget', day: -30 },
    purpose: 'Regarder les factures en retard avec quelqu’un du métier.',
    steps: [
      [2, { state: 'told' }],
      [6, { state: 'accepted', words: 'Premier rendez-vous fixé.' }],
      [27, { state: 'done', words: 'Plan de paiement signé, il est tenu.' }],
    ],
  },
  {
    ...{ person: 24, to: 'bicycles', day: -6 },
    purpose: 'Mit dem Velo zum Kurs kommen.',
    steps: [],
    next: { nextStep: 'Nochmals darüber sprechen', in: 5 },
  },
]

export function knowPartners(story: Story): void {
  const { world } = story
  const helene = story.as('helene')
  const partners = new Map<string, string>()
  world.plan(world.day(founded + 12), undefined, async () => {
    const enter = async (partner: Form, service: Form): Promise<string> => {
      const partnerId = idIn(await world.post(helene, paths.create(), partner))
      await world.post(helene, paths.createService({ partnerId }), service)
      return partnerId
    }
    for (const { key, name, description, street, place, line, opening, service } of offered) {
      const phone = `032 000 ${line} ${line}`
      const partner = { name, description, street, postalCode: '2599', place, phone, opening, shared: 'yes' }
      partners.set(key, await enter(partner, service))
    }
    const partnerId = await enter(own, ownService)
    await world.post(helene, paths.offer(), { partnerId })
    const note = 'Le mercredi, passer par l’entrée de la cour. Réponse en général dans la semaine.'
    await world.post(helene, paths.note({ partnerId: partners.get('childcare')! }), { body: note })
  })
  for (const one of passedOn) passOn(story, one, partners)
}

function passOn(
  story: Story,
  { person, to, purpose, day, steps, next }: PassedOn,
  partners: Map<string, string>,
): void {
  const { world } = story
  const worker = story.as(story.folk[person]!.holder as MemberKey)
  world.plan(world.day(day), undefined, async () => {
    const personId = story.people.get(story.folk[person]!.number)!
    const partnerReferralId = idIn(
      await world.post(worker, paths.refer({ personId }), {
        ...{ partner: partners.get(to)!, purpose, audience: 'shared', agreement: next ? 'not-yet' : 'spoken' },
        ...(next ? { nextStep: next.nextStep, nextOn: typedDay(world.day(day + next.in)) } : {}),
      }),
    )
    for (const [after, step] of steps)
      world.plan(world.day(day + after), undefined, async () => {
        await world.post(worker, paths.addEvent({ partnerReferralId }), step)
      })
  })
}
