/** What people are told before they start, in plain words: each sentence has at most twelve words, in five languages. */
import type { InfoSheet } from './blueprint.ts'
import { plain } from './words.ts'

export const infoSheet: InfoSheet = {
  is: {
    title: plain('Ce que c’est', 'Was es ist', 'What it is', 'Wat het is', 'ما هو هذا البرنامج'),
    lines: [
      plain(
        'Ce sont des ateliers en groupe, chaque semaine.',
        'Es sind Workshops in einer Gruppe, jede Woche.',
        'These are workshops in a group, every week.',
        'Het zijn workshops in groep, elke week.',
        'هي ورشات ضمن مجموعة، كل أسبوع.',
      ),
      plain(
        'Vous parlez la langue à chaque activité. Un professeur de langue est là.',
        'Sie sprechen die Sprache bei jeder Aktivität. Eine Sprachlehrperson ist da.',
        'You speak the language in every activity. A language teacher is there.',
        'U spreekt de taal bij elke activiteit. Een taalleerkracht is erbij.',
        'تتحدثون اللغة في كل نشاط. يوجد معلم لغة معكم.',
      ),
      plain(
        'Votre groupe a le même niveau que vous.',
        'Ihre Gruppe hat das gleiche Niveau wie Sie.',
        'Your group has the same level as you.',
        'Uw groep heeft hetzelfde niveau als u.',
        'مجموعتكم لها نفس مستواكم.',
      ),
      plain(
        'Vous parlez de logement, de santé, de travail et de la ville.',
        'Sie sprechen über Wohnen, Gesundheit, Arbeit und die Stadt.',
        'You talk about housing, health, work and the city.',
        'U praat over wonen, gezondheid, werk en de stad.',
        'تتحدثون عن السكن والصحة والعمل والمدينة.',
      ),
      plain(
        'Une assistante sociale vous suit, seule à seul. Elle aide pour vos démarches.',
        'Eine Sozialarbeiterin begleitet Sie persönlich. Sie hilft bei Ihren Schritten.',
        'A social worker follows you individually. She helps with your steps.',
        'Een sociaal assistent volgt u persoonlijk op en helpt bij uw stappen.',
        'ترافقكم مساعدة اجتماعية بشكل فردي. وتساعدكم في إجراءاتكم.',
      ),
      plain(
        'C’est votre projet. Vous choisissez votre but.',
        'Es ist Ihr Projekt. Sie wählen Ihr Ziel.',
        'It is your project. You choose your aim.',
        'Het is uw project. U kiest uw doel.',
        'هذا مشروعكم أنتم. أنتم تختارون هدفكم.',
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
        'Ce n’est pas un examen. Le test de langue sert à trouver votre groupe.',
        'Es ist keine Prüfung. Der Sprachtest hilft, Ihre Gruppe zu finden.',
        'It is not an exam. The language test helps find your group.',
        'Het is geen examen. De taaltest helpt om uw groep te vinden.',
        'ليس امتحانًا. اختبار اللغة يساعد على إيجاد مجموعتكم.',
      ),
      plain(
        'Ce n’est pas seulement un cours de langue.',
        'Es ist nicht nur ein Sprachkurs.',
        'It is not only a language course.',
        'Het is niet alleen een taalcursus.',
        'ليس مجرد دورة لغة.',
      ),
      plain(
        'Nous ne promettons ni emploi ni diplôme.',
        'Wir versprechen weder eine Stelle noch ein Diplom.',
        'We promise neither a job nor a diploma.',
        'We beloven geen werk en geen diploma.',
        'لا نعدكم بوظيفة ولا بشهادة.',
      ),
    ],
  },
  expected: {
    title: plain('Ce que nous attendons', 'Was wir erwarten', 'What we expect', 'Wat we verwachten', 'ما نتوقعه'),
    lines: [
      plain(
        'Vous venez chaque jour prévu, à l’heure.',
        'Sie kommen an jedem vereinbarten Tag, pünktlich.',
        'You come on every agreed day, on time.',
        'U komt op elke afgesproken dag, op tijd.',
        'تحضرون كل يوم متفق عليه، في الوقت المحدد.',
      ),
      plain(
        'Vous prévenez si vous ne pouvez pas venir.',
        'Sie sagen Bescheid, wenn Sie nicht kommen können.',
        'You tell us if you cannot come.',
        'U verwittigt als u niet kunt komen.',
        'تخبروننا إذا لم تستطيعوا الحضور.',
      ),
      plain(
        'Vous respectez ce que les autres racontent.',
        'Sie achten, was andere erzählen.',
        'You respect what others tell.',
        'U respecteert wat anderen vertellen.',
        'تحترمون ما يحكيه الآخرون.',
      ),
      plain(
        'Vous dites comment était l’atelier. Des visages dessinés aident.',
        'Sie sagen, wie der Workshop war. Gezeichnete Gesichter helfen dabei.',
        'You say how the workshop was. Drawn faces help.',
        'U zegt hoe de workshop was. Getekende gezichten helpen daarbij.',
        'تقولون كيف كانت الورشة. الوجوه المرسومة تساعدكم.',
      ),
    ],
  },
  kept: {
    title: plain('Ce que vous dites', 'Was Sie sagen', 'What you say', 'Wat u zegt', 'ما تقولونه'),
    lines: [
      plain(
        'Vous êtes libre de raconter ou non.',
        'Sie sind frei, zu erzählen oder nicht.',
        'You are free to tell or not.',
        'U bent vrij om te vertellen of niet.',
        'أنتم أحرار في أن تحكوا أو لا.',
      ),
      plain(
        'Les personnes qui vous accompagnent partagent votre suivi.',
        'Die Personen, die Sie begleiten, teilen Ihre Begleitung.',
        'The people who accompany you share your follow-up.',
        'De mensen die u begeleiden, delen uw opvolging.',
        'الأشخاص الذين يرافقونكم يتشاركون متابعتكم.',
      ),
      plain(
        'Une personne d’une autre association lit moins. Vous pouvez permettre plus.',
        'Wer von einem anderen Verein kommt, liest weniger. Sie können mehr erlauben.',
        'Somebody from another association reads less. You can allow more.',
        'Wie van een andere vereniging komt, leest minder. U kunt meer toelaten.',
        'من يأتي من جمعية أخرى يقرأ أقل. يمكنكم السماح بالمزيد.',
      ),
      plain(
        'Vous lisez le bilan final avec nous. Votre remarque y reste.',
        'Sie lesen den Schlussbericht mit uns. Ihre Bemerkung bleibt darin.',
        'You read the final report with us. Your remark stays in it.',
        'U leest het eindverslag met ons. Uw opmerking blijft erin staan.',
        'تقرؤون التقرير النهائي معنا. وتبقى ملاحظتكم فيه.',
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
