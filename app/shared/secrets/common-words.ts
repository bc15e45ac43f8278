// What people choose when they are asked for a password, in the languages of the house. Our own list of the patterns that
// fill every published collection; digits, years, rows of keys and repetitions are recognised by rule, not listed.

const words = `
password passwort passwoord motdepasse mdp passord kennwort wachtwoord contrasena senha parola code geheim secret secreto
azerty azertyuiop qwerty qwertyuiop qwertz qwertzuiop qsdfgh asdfgh asdfghjkl yxcvbn zxcvbn wxcvbn qazwsx qweasd poiuyt lkjhgf
admin administrator administrateur administratorin root user users utilisateur benutzer gebruiker guest gast invite test tester
demo login anmelden connexion compte konto account access zugang acces welcome willkommen bienvenue bonjour salut hallo hello
welkom bonsoir ciao merci danke bitte please letmein openme trustno changeme change nouveau neues temporaire temporary initial
standard default system server internet computer ordinateur laptop windows office microsoft google apple android samsung iphone
facebook linkedin netflix whatsapp instagram youtube amazon pokemon mario zelda minecraft starwars batman superman spiderman
matrix gandalf hobbit harry potter naruto goku sonic ninja samurai dragon monkey tiger lion eagle shadow master killer hunter
ranger soldier football fussball voetbal basketball baseball hockey tennis rugby soccer liverpool arsenal chelsea barcelona
juventus realmadrid marseille bayern dortmund ajax ferrari porsche mercedes harley yamaha honda corvette mustang jaguar
love iloveyou jetaime ichliebedich loveyou liebe amour amore lovely cherie cheri schatz schatzi bebe baby angel engel ange
princess princesse prinzessin queen king roi koenig prince prinz coeur herz heart sunshine soleil sonne sunny moon lune mond star
etoile stern stars ciel himmel heaven flower fleur blume rose lily jasmine chocolat chocolate schokolade cookie banana orange
pepper ginger coffee kaffee cafe pizza fromage kaese bier biere whisky wine vin pastis
printemps ete automne hiver spring summer autumn winter fruehling fruhling sommer herbst lente zomer herfst
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april june july
august september october november december januar februar maerz juni juli oktober dezember
lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
noel weihnachten christmas paques ostern vacances ferien urlaub holiday holidays weekend freedom liberte freiheit
michael michel jordan jennifer jessica thomas daniel david robert andrew joshua matthew charlie george nicole ashley amanda
hannah sophie marie maria julie julien nicolas alexandre alexandra camille thierry philippe laurent isabelle sandra stefan andreas
peter martin markus christian claudia sabine petra monika martina anna laura lucas leon emma mohamed fatima ali
suisse schweiz svizzera switzerland geneve geneva lausanne zurich zuerich bern berne basel bale bienne biel fribourg freiburg
luzern neuchatel france paris lyon deutschland germany berlin hamburg muenchen belgique belgie bruxelles antwerpen holland
amsterdam europe europa
famille familie family maman mama papa mami mutter vater mother father soeur bruder sister brother enfant kinder
chat chien katze hund minou loulou doudou bijou kitty puppy cat dog pferd cheval horse
travail arbeit werk emploi job projet projekt social sozial service dienst bureau buero equipe team chef boss formation kurs cours
ecole schule school coach coaching stage praktikum
money argent geld lucky chance glueck happy heureux smile cool super mega hyper ultra magic magie power energy peace paix
abc abcd abcde abcdef abcdefg abcdefgh abcdefghij alphabet un deux trois quatre eins zwei drei vier one two three four
`

export const commonWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
