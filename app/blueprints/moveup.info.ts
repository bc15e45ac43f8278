/** What people are told before they start, in plain words. */
import type { InfoSheet } from './blueprint.ts'
import { plain } from './words.ts'

export const infoSheet: InfoSheet = {
  is: {
    title: plain('Ce que c’est', 'Was es ist', 'What it is', 'Wat het is', 'ما هو هذا البرنامج'),
    lines: [
      plain(
        'Ce sont des ateliers en groupe.',
        'Es sind Workshops in einer Gruppe.',
        'These are workshops in a group.',
        'Het zijn workshops in een groep.',
        'هي ورشات ضمن مجموعة.',
      ),
      plain(
        'Vous parlez la langue avec les autres.',
        'Sie sprechen die Sprache mit den anderen.',
        'You speak the language with the others.',
        'U spreekt de taal met de anderen.',
        'تتحدثون اللغة مع الآخرين.',
      ),
      plain(
        'Une personne vous suit, seul à seul.',
        'Eine Person begleitet Sie persönlich.',
        'One person follows you individually.',
        'Eén persoon volgt u persoonlijk op.',
        'يرافقكم شخص بشكل فردي.',
      ),
    ],
  },
  isNot: {
    title: plain(
      'Ce que ce n’est pas',
      'Was es nicht ist',
      'What it is not',
      'Wat het niet is',
      'ما ليس عليه هذا البرنامج',
    ),
    lines: [
      plain(
        'Ce n’est pas un examen.',
        'Es ist keine Prüfung.',
        'It is not an exam.',
        'Het is geen examen.',
        'ليس امتحانًا.',
      ),
      plain(
        'Nous ne promettons pas un emploi.',
        'Wir versprechen keine Stelle.',
        'We do not promise a job.',
        'We beloven u geen werk.',
        'لا نعدكم بالحصول على وظيفة.',
      ),
    ],
  },
  expected: {
    title: plain('Ce que nous attendons', 'Was wir erwarten', 'What we expect', 'Wat we verwachten', 'ما نتوقعه'),
    lines: [
      plain(
        'Vous venez chaque jour prévu.',
        'Sie kommen an jedem vereinbarten Tag.',
        'You come on every agreed day.',
        'U komt op elke afgesproken dag.',
        'تحضرون كل يوم متفق عليه.',
      ),
      plain(
        'Vous prévenez si vous ne pouvez pas venir.',
        'Sie sagen Bescheid, wenn Sie nicht kommen können.',
        'You tell us if you cannot come.',
        'U verwittigt als u niet kunt komen.',
        'تخبروننا إذا لم تستطيعوا الحضور.',
      ),
    ],
  },
  kept: {
    title: plain('Ce que vous dites', 'Was Sie sagen', 'What you say', 'Wat u zegt', 'ما تقولونه'),
    lines: [
      plain(
        'Vous êtes libre de parler ou non.',
        'Sie sind frei, zu erzählen oder nicht.',
        'You are free to tell or not.',
        'U bent vrij om te vertellen of niet.',
        'أنتم أحرار في الكلام أو عدمه.',
      ),
      plain(
        'Vous pouvez voir qui lit votre dossier.',
        'Sie können sehen, wer Ihr Dossier liest.',
        'You can see who reads your file.',
        'U kunt zien wie uw dossier leest.',
        'يمكنكم معرفة من يقرأ ملفكم.',
      ),
    ],
  },
}
