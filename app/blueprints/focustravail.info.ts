/** What people are told before they start, in plain words: on the phone, on paper, and read aloud by the referrer. */
import type { InfoSheet } from './blueprint.ts'
import { plain } from './words.ts'

export const infoSheet: InfoSheet = {
  is: {
    title: plain('Ce que c’est', 'Was es ist', 'What it is', 'ما هو هذا البرنامج'),
    lines: [
      plain(
        'C’est un atelier en groupe.',
        'Es ist ein Kurs in einer Gruppe.',
        'It is a workshop in a group.',
        'هو ورشة ضمن مجموعة.',
      ),
      plain(
        'Il y a douze demi-journées, sur quatre à six semaines.',
        'Es sind zwölf Halbtage, in vier bis sechs Wochen.',
        'There are twelve half-days, over four to six weeks.',
        'يوجد اثنا عشر نصف يوم خلال أربعة إلى ستة أسابيع.',
      ),
      plain(
        'Vous parlez de votre parcours et de vos points forts.',
        'Sie sprechen über Ihren Weg und Ihre Stärken.',
        'You talk about your path and your strengths.',
        'الحديث يكون عن مسار حياتكم ونقاط قوتكم.',
      ),
      plain(
        'Nous sortons aussi : au parc, au musée, pour bouger.',
        'Wir gehen auch hinaus: in den Park, ins Museum, zum Sport.',
        'We also go out: to the park, the museum, to move.',
        'نخرج أيضًا: إلى الحديقة والمتحف وللحركة.',
      ),
      plain(
        'À la fin, vous avez votre propre profil.',
        'Am Schluss haben Sie Ihr eigenes Profil.',
        'At the end, you have your own profile.',
        'في النهاية يكون لديكم ملف شخصي خاص بكم.',
      ),
      plain(
        'L’atelier existe en français et en allemand.',
        'Den Kurs gibt es auf Deutsch und Französisch.',
        'The workshop exists in French and in German.',
        'الورشة متوفرة بالفرنسية والألمانية.',
      ),
    ],
  },
  isNot: {
    title: plain('Ce que ce n’est pas', 'Was es nicht ist', 'What it is not', 'ما ليس عليه هذا البرنامج'),
    lines: [
      plain('Ce n’est pas un examen.', 'Es ist keine Prüfung.', 'It is not an exam.', 'ليس امتحانًا.'),
      plain(
        'Ce n’est pas un cours de langue.',
        'Es ist kein Sprachkurs.',
        'It is not a language course.',
        'ليس دورة لغة.',
      ),
      plain('Ce n’est pas une place de travail.', 'Es ist keine Arbeitsstelle.', 'It is not a job.', 'ليس مكان عمل.'),
      plain(
        'Nous ne promettons pas un emploi.',
        'Wir versprechen keine Stelle.',
        'We do not promise a job.',
        'لا نعدكم بالحصول على وظيفة.',
      ),
      plain(
        'Vous n’avez pas besoin de bien lire ou écrire.',
        'Sie müssen nicht gut lesen oder schreiben können.',
        'You do not need to read or write well.',
        'لا حاجة إلى إتقان القراءة أو الكتابة.',
      ),
    ],
  },
  expected: {
    title: plain(
      'Ce que nous attendons de vous',
      'Was wir von Ihnen erwarten',
      'What we expect of you',
      'ما نتوقعه منكم',
    ),
    lines: [
      plain('Vous venez à l’heure.', 'Sie kommen pünktlich.', 'You come on time.', 'الحضور في الموعد.'),
      plain(
        'Vous ne pouvez pas venir ? Dites-le avant.',
        'Sie können nicht kommen? Sagen Sie es vorher.',
        'You cannot come? Tell us before.',
        'لا تستطيعون الحضور؟ أخبرونا قبل الموعد.',
      ),
      plain(
        'Après deux absences sans excuse, nous informons votre service social.',
        'Nach zwei Absenzen ohne Entschuldigung informieren wir Ihren Sozialdienst.',
        'After two absences without excuse, we inform your social service.',
        'بعد غيابين دون عذر نُعلم الخدمة الاجتماعية المسؤولة عنكم.',
      ),
      plain(
        'Vous écoutez les autres avec respect.',
        'Sie hören den anderen mit Respekt zu.',
        'You listen to the others with respect.',
        'الاستماع إلى الآخرين باحترام.',
      ),
      plain(
        'Vous parlez de vous, autant que vous voulez.',
        'Sie erzählen von sich, so viel Sie wollen.',
        'You talk about yourself, as much as you want.',
        'تتحدثون عن أنفسكم بالقدر الذي تريدونه.',
      ),
      plain(
        'Il y a parfois un petit travail à la maison.',
        'Manchmal gibt es eine kleine Aufgabe für zu Hause.',
        'Sometimes there is a small task for home.',
        'أحيانًا توجد مهمة صغيرة في البيت.',
      ),
    ],
  },
  kept: {
    title: plain(
      'Ce qui se passe avec ce que je dis',
      'Was mit dem geschieht, was ich sage',
      'What happens with what I say',
      'ماذا يحدث لما أقوله',
    ),
    lines: [
      plain(
        'Ce que je dis dans le groupe reste dans le groupe.',
        'Was ich in der Gruppe sage, bleibt in der Gruppe.',
        'What I say in the group stays in the group.',
        'ما أقوله في المجموعة يبقى في المجموعة.',
      ),
      plain('Mon profil est à moi.', 'Mein Profil gehört mir.', 'My profile is mine.', 'ملفي الشخصي ملكي.'),
      plain(
        'Je décide, ligne par ligne, ce que je transmets.',
        'Ich entscheide Zeile für Zeile, was ich weitergebe.',
        'I decide, line by line, what I pass on.',
        'أقرر سطرًا بسطر ما أريد أن أرسله.',
      ),
      plain(
        'Mon service social reçoit seulement ces lignes.',
        'Mein Sozialdienst bekommt nur diese Zeilen.',
        'My social service receives only these lines.',
        'الخدمة الاجتماعية تستلم هذه الأسطر فقط.',
      ),
      plain(
        'Mon service social voit aussi si je suis venu·e.',
        'Mein Sozialdienst sieht auch, ob ich gekommen bin.',
        'My social service also sees whether I came.',
        'الخدمة الاجتماعية ترى أيضًا إن كنت قد حضرت.',
      ),
      plain(
        'Je peux voir qui a ouvert mon dossier.',
        'Ich kann sehen, wer mein Dossier geöffnet hat.',
        'I can see who opened my file.',
        'أستطيع أن أرى من فتح ملفي.',
      ),
      plain(
        'Une haute école étudie l’atelier, sans voir mon nom.',
        'Eine Hochschule untersucht den Kurs, ohne meinen Namen zu sehen.',
        'A university studies the workshop without seeing my name.',
        'تدرس جامعة هذه الورشة دون أن ترى اسمي.',
      ),
    ],
  },
}

export const feedbackRules = [
  plain(
    'Je dis ce que j’ai vu ou entendu.',
    'Ich sage, was ich gesehen oder gehört habe.',
    'I say what I have seen or heard.',
    'أقول ما رأيته أو سمعته.',
  ),
  plain('Je parle à la première personne.', 'Ich spreche in der Ich-Form.', 'I speak for myself.', 'أتكلم باسمي أنا.'),
  plain(
    'Je parle d’une situation, pas du caractère.',
    'Ich spreche über eine Situation, nicht über den Charakter.',
    'I talk about a situation, not about character.',
    'أتكلم عن موقف، لا عن طبع الشخص.',
  ),
  plain(
    'Je commence par ce qui va bien.',
    'Ich beginne mit dem, was gut geht.',
    'I begin with what goes well.',
    'أبدأ بما هو جيد.',
  ),
  plain(
    'Quand je reçois un avis, j’écoute jusqu’au bout.',
    'Wenn ich eine Rückmeldung bekomme, höre ich bis zum Ende zu.',
    'When I receive feedback, I listen to the end.',
    'عندما أتلقى رأيًا أستمع حتى النهاية.',
  ),
  plain(
    'Je peux dire merci et garder ce qui m’aide.',
    'Ich kann Danke sagen und behalten, was mir hilft.',
    'I can say thank you and keep what helps me.',
    'أستطيع أن أشكر وأحتفظ بما يفيدني.',
  ),
  plain(
    'Mon nom est visible. Je peux retirer mon avis.',
    'Mein Name ist sichtbar. Ich kann meine Rückmeldung zurückziehen.',
    'My name is visible. I can withdraw my feedback.',
    'اسمي ظاهر. أستطيع أن أسحب رأيي.',
  ),
] as const
