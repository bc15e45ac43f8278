// Names of invented people, as mixed as a bilingual town's: per origin first names by gender and last names.
// `mother` is the language they think in, `contact` the languages one writes to them in, as short codes.

export type Origin = { mother: string; contact: readonly string[]; women: string[]; men: string[]; last: string[] }

const words = (text: string) => text.split(' ')

export const origins: readonly (readonly [Origin, number])[] = [
  [
    {
      mother: 'fr',
      contact: ['fr'],
      women: words('Corinne Sandrine Mélanie Céline Anouk Josiane Véronique Laetitia Chantal Élodie Noémie'),
      men: words('Thierry Cédric Alain Yannick Bastien Pascal Grégoire Loïc Raphaël Didier Florian'),
      last: words('Perrenoud Chételat Vuilleumier Girardin Monnat Boillat Sémon Cattin Froidevaux Bourquin Jeanneret'),
    },
    24,
  ],
  [
    {
      mother: 'de',
      contact: ['de'],
      women: words('Ursula Regula Barbara Sarah Nadine Karin Monika Franziska Livia Beatrice Tamara'),
      men: words('Beat Urs Stefan Daniel Jürg Patrick Kevin Adrian Werner Simon Marco'),
      last: words('Gerber Schär Zbinden Aeschlimann Bühler Rüegg Hofstetter Mühlethaler Küng Leuenberger Tschanz'),
    },
    24,
  ],
  [
    {
      mother: 'pt',
      contact: ['fr'],
      women: words('Fátima Conceição Cátia Sónia Inês'),
      men: words('Nuno João Rui Hélder Vítor'),
      last: ['Ferreira', 'da Silva', 'Gonçalves', 'Simões', 'Araújo'],
    },
    8,
  ],
  [
    {
      mother: 'ar',
      contact: ['ar', 'fr'],
      women: words('Rania Samira Hanan Noura Dalal'),
      men: words('Mustafa Khaled Youssef Bilal Anas'),
      last: ['Al-Hassan', 'Belkacem', 'Mansour', 'Khoury', 'El Amrani', 'Darwish'],
    },
    12,
  ],
  [
    {
      mother: 'ti',
      contact: ['en', 'de'],
      women: words('Letebrhan Selam Feven Rahwa Winta'),
      men: words('Tesfay Kibrom Yonas Filmon Abel'),
      last: words('Gebremariam Tekle Habtom Woldu Kidane Asmerom'),
    },
    10,
  ],
  [
    {
      mother: 'tr',
      contact: ['de', 'fr'],
      women: words('Gülsüm Elif Zeynep Hatice'),
      men: words('Mehmet Emre Cem Hüseyin'),
      last: words('Yıldız Özdemir Çelik Kaya Doğan'),
    },
    8,
  ],
  [
    {
      mother: 'sq',
      contact: ['de', 'fr'],
      women: words('Arbnora Vjollca Shqipe Mirjeta'),
      men: words('Besnik Agron Driton Fatmir'),
      last: words('Krasniqi Berisha Gashi Hoxha Morina'),
    },
    8,
  ],
  [
    {
      mother: 'uk',
      contact: ['en', 'de'],
      women: words('Oksana Iryna Nataliia Olha Svitlana'),
      men: words('Taras Bohdan Andrii Mykola'),
      last: words('Kovalenko Shevchuk Bondarenko Melnyk Tkachenko'),
    },
    8,
  ],
  [
    {
      mother: 'es',
      contact: ['fr', 'en'],
      women: words('Marisol Yolanda Paola Ximena'),
      men: words('Íñigo Andrés Ramón Wilson'),
      last: ['Ibáñez', 'Peña', 'Quispe', 'Muñoz', 'de la Cruz'],
    },
    7,
  ],
  [
    {
      mother: 'ta',
      contact: ['de', 'en'],
      women: words('Tharsini Vasuki Nirmala'),
      men: words('Sivakumar Ragavan Pirathap'),
      last: words('Selvarajah Kandiah Thurairajah'),
    },
    6,
  ],
  [
    {
      mother: 'so',
      contact: ['de', 'en'],
      women: words('Hodan Ifrah Sahra'),
      men: words('Abdirahman Liban Guled'),
      last: words('Warsame Abdullahi Farah'),
    },
    6,
  ],
  [
    {
      mother: 'it',
      contact: ['fr', 'de'],
      women: words('Graziella Donatella Loredana'),
      men: words('Salvatore Gennaro Ivano'),
      last: ['Esposito', 'Lo Presti', 'D’Angelo'],
    },
    6,
  ],
]
