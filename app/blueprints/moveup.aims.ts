/** What MOVE'UP is for: "for some it is an aim in itself, for others the way into a socio-professional path" (the source). */
import type { AimsPlan } from './parts/aims.ts'
import { staff } from './words.ts'

export const aims: AimsPlan = {
  kinds: [
    {
      key: 'participation',
      label: staff(
        'Participer à la vie sociale',
        'Am sozialen Leben teilnehmen',
        'Taking part in social life',
        'Deelnemen aan het sociale leven',
      ),
      // The source names the changes (isolation ended, networks, confidence); what is counted is our reading of them.
      success: staff(
        'La personne a rompu son isolement : elle connaît des gens, va dans des lieux et s’y rend seule.',
        'Die Person ist aus der Isolation heraus: Sie kennt Leute, besucht Orte und geht allein hin.',
        'The person is no longer isolated: they know people, go to places and go there on their own.',
        'De persoon is uit het isolement: hij of zij kent mensen, komt op plekken en gaat er alleen heen.',
      ),
      outcomes: ['social-integration', 'own-steps'],
    },
    {
      key: 'pathway',
      label: staff(
        'Entrer dans un parcours socioprofessionnel',
        'In einen sozioprofessionellen Weg einsteigen',
        'Entering a socio-professional path',
        'Een socioprofessioneel traject starten',
      ),
      success: staff(
        'La personne est inscrite à une formation, une mesure ou un emploi, ou passe un test d’entrée.',
        'Die Person ist für eine Ausbildung, eine Massnahme oder eine Stelle angemeldet oder macht eine Aufnahmeprüfung.',
        'The person is registered for a training, a measure or a job, or sits an entrance test.',
        'De persoon is ingeschreven voor een opleiding, een maatregel of een job, of legt een toegangsproef af.',
      ),
      outcomes: ['training', 'ordinary-measure', 'mission-desk', 'own-steps'],
    },
  ],
}
