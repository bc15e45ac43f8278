/** Team and money of the source: four full-time equivalents in six profiles; 75, 15 and 10 percent of staff cost; outings apart. */
import type { FundingLinesPlan, IndicatorsPlan, TeamPlan } from './parts/funding.ts'
import { staff } from './words.ts'

export const team: TeamPlan = {
  fullTime: 4,
  profiles: [
    {
      key: 'multicultural',
      label: staff(
        'Connaissance du cadre multiculturel et de l’assistance interculturelle',
        'Kenntnis des multikulturellen Umfelds und der interkulturellen Begleitung',
        'Knowledge of the multicultural setting and of intercultural support',
        'Kennis van het multiculturele kader en van interculturele bijstand',
      ),
    },
    {
      key: 'power-to-act',
      label: staff(
        'Méthodologie « le pouvoir d’agir »',
        'Methode «Le pouvoir d’agir» (Handlungsmacht)',
        'The method “power to act”',
        'Methodiek ‘le pouvoir d’agir’ (versterking van de eigen kracht)',
      ),
    },
    {
      key: 'group-dynamics',
      label: staff('Dynamiques de groupe', 'Gruppendynamik', 'Group dynamics', 'Groepsdynamiek'),
    },
    {
      key: 'social-orientation',
      label: staff(
        'Formation à orientation sociale, expérience de la multiculturalité et de l’animation de groupes',
        'Soziale Ausbildung, Erfahrung mit Multikulturalität und mit Gruppenanlässen',
        'Training in the social field, experience of multicultural work and of group events',
        'Sociale opleiding met ervaring in multiculturaliteit en groepsactiviteiten',
      ),
    },
    {
      key: 'welfare-law',
      label: staff(
        'Bases de la loi et de la réglementation sur l’aide sociale et la sécurité sociale',
        'Grundkenntnisse des Sozialhilferechts und der Sozialversicherungen',
        'Basics of the law on social aid and social security',
        'Basiskennis van de OCMW-wet, de reglementering en de sociale zekerheid',
      ),
    },
    {
      key: 'language-teaching',
      label: staff(
        'Formation de formateur FLE ou alpha (formateurs de groupe)',
        'Ausbildung in Zweitsprach- oder Alphabetisierungsunterricht (Kursleitende)',
        'Training as a second-language or literacy teacher (group trainers)',
        'Opleiding lesgever tweede taal of alfabetisering (groepsbegeleiders)',
      ),
    },
  ],
}

export const fundingLines: FundingLinesPlan = {
  lines: [
    {
      key: 'migration-fund',
      funder: staff(
        'Fonds européen asile, migration et intégration',
        'Europäischer Asyl-, Migrations- und Integrationsfonds',
        'European asylum, migration and integration fund',
        'Europees fonds voor asiel, migratie en integratie',
      ),
      percent: 75,
      costBase: 'staff',
      // Who the fund is for is in its regulation (EU) 2021/1147; the source names the group.
      eligibility: 'third-country',
    },
    {
      key: 'federal',
      funder: staff('Service public fédéral', 'Bund', 'Federal service', 'Federale overheidsdienst'),
      percent: 15,
      costBase: 'staff',
      eligibility: 'everyone',
    },
    {
      key: 'own',
      funder: staff('Moyens propres', 'Eigene Mittel', 'Own funds', 'Eigen middelen'),
      percent: 10,
      costBase: 'staff',
      eligibility: 'everyone',
    },
  ],
}

/** Which of our themes count as which course is our own reading: the programme's workshops are one course in the source. */
export const indicators: IndicatorsPlan = {
  acts: ['amif', 'esf_plus'],
  courses: { language: ['language'], civic: ['institutions', 'city'] },
}
