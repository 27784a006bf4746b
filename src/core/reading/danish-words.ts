/**
 * Words that programme leaders' material uses, rightly spelled. By them a word damaged by OCR is known again.
 * Words with æ, ø or å are the ones that get damaged; the others tell that a reading is whole.
 */

const WITH_DANISH_LETTERS = `
fagdirektør fagdirektører kommunaldirektører 
afdæk afgør afgørelse afhængig afklaringsmøde afstemningsområder aktør ansøg ansøge ansøger ansøgning
ansøgninger ansøgningsfrist ansøgningsperiode ansøgningsskema applikationsleverandør arbejdsområde behøver
berører beskæftigelse beskæftigelses bestå består betalingsløsning betænkning billån brugergrænse
brugergrænseflade brugergrænsefladen brugertilfredshedsundersøgelse byggeområdet både bør børn dialogmøde
dialogmøder dialogmødet distributør driftsleverandør driftsleverandøren drøft drøfte drøftelse drøftelser
dækker døgn effektmål efterfølgende efterspørgsel efterår efteråret fagområde fagområder fagområderne fagråd
fagrådene fagrådet familieområdet fastlæg fastlægge fintælling fintællingen fintællingsdagen
fintællingsresultater flerleverandørsetup fokusområder foregå foregået foreløbig foreløbige forlænge
forlængelse forlængelsesoption forlænget forløb forløbet formål formålene formålet forretningsmæssig
forretningsmæssige forskudsopgørelse forskudsopgørelsen forstå forståelig forståelige fortsætter
forvaltningsområde forår foråret forårs få fået får fælles fælleskommunal fælleskommunale fællesskabet
færdig færdigt følg følge følgende følger før første førstkommende gennemføre gennemføres gennemført
gennemgå gennemgået genoptræning grænseflade grøn grønne gå gået går gæld gældende gælder gør gøre gøres
halvår halvårlig hjælp hjælpe hvornår hånd håndtere håndtering hændelse hændelser hændelseshåndtering hæng
høj højere højt hører høring høringsfrist ifølge igangsætte igangsættelse imødekomme indberetningsløsning
indberetningsløsninger indeværende indføre indførelse indgå indgår indkøb indkøbe indsæt informationsmøde
klargøring kommunaldirektør kommunaldirektøren kommunaldirektørforeningen kommunestørrelse konceptafprøvning
konceptafprøvninger kontraktindgåelse kræv kræve kræver kære købe KØF køn kønsfordeling kører kørt
ledelsesmøde lettilgængelig lettilgængeligt leverandør leverandøren leverandører leverandørerne
leverandørstyring lån låst lægge lægges lære lærer læring læringssite læs læse læser løbe løbende løber
løbet løn lønindeholdelse lønsedler løsning løsningen løsninger løsningerne løsningsside løsningssupport
løst medføre medfører muliggør må måde måder mål målene målgruppe målgruppen måltal måned måneder månedlig
måske måtte møde mødeindkaldelse møder mødes mødet nuværende nå nået når nærmere næste næsten nævn nævnt
nødvendig nødvendige nøgle nøgletal offentliggør offentliggørelse offentliggørelsen også område områder
området omsorgsområdet onlinemøde onlinemødet opfølgende opfølgning opgaveløsning opgør opgøre opgørelse
ophæve ophævelse ophævelser ophør ophøre ophører ophørt opkrævning oplæg oplægget oplær oplære oplæres
opmærksom opmærksomhed opmærksomhedspunkt opnå opsæt opsætning optælling overgå overgår oversæt oversættelse
planlæg planlægge planlægning porteføljeråd porteføljerådet porteføljestyring problemløsning
programledermøde programledermøder programledermødet programmøde præcis præsentation præsentationer
præsentationsmateriale præsenter prøv prøve prøvedrift prøver på pågældende pålæg påmind påmindelse påvirker
påvirkning pædagogisk regionsrådsvalg regionsrådsvalget repræsentant repræsentanter repræsentation
repræsenteret råd rådene rådet rådgivning rådighed række rækkefølge rækker samråd sekretær skærpet snæver
snævre spænd spærring spørg spørge spørgeskema spørgsmål større største støtte støttesystem støttesystemer
støttesystemerne støttesystemernes svær svært sygefravær sygehusindlæggelse så således særlig særlige
særskilt særskilte sæt sætte sætter sættes søg søge søger tidsmæssig tilfælde tilføj tilføje tilføjelse
tilføjes tilføjet tilgå tilgængelig tilgængelige tilgængelighed tilgængeligt tilrettelægge tiltræde
tiltræder træder træffe træk tværfaglig tværgående tværs uddannelsesforløb udestå udestår udfør udføre
udføres udgå udgået udgår udløb udløber udløbet udløbsdato understøt understøtte understøttelse understøtter
undersøg undersøge undersøgelse undgå utilgængelig valgbøger valgløsning valgløsningen vedlægges vedrørende
velfærd vægt vægte vægtning vælg vælge vælgere vælges værd værdi værdier værdiskabende være været værktøj å
Å åben åbn åbne åbner år årene året årets årlig årlige årligt årshjul årshjulet årsopgørelse årsopgørelsen
årsskiftet Æ æ ældre ældreområdet ændre ændres ændret ændring ændringer ændringsønske ændringsønsker én ø Ø
ØDF øget ØiR øje økonomi økonomiaftalen økonomidirektør økonomidirektører økonomidirektørforeningen
økonomisk økonomiske økonomistyring ønske ønsker ønskes øst østdanmark øve øvelse øverst øvrig øvrige øvrigt
`;

const PLAIN = `
dag dage adgang adgange adgangsstyring administrationsmodul administrativ administrative af aftale aftalen aftaler
afventer afvikling agenda agilt ajour aktuelle aktuelt alle alternativ analyse ansvar anvend anvende
anvendelse anvendelsesmuligheder applikation applikationsdelen applikationsdrift applikationsudvikling
applikationsvedligeholdelse april assistance at august basisoplysninger bedes bedt behandling behov
bemanding beregning beskedfordeler beskedfordelerkomponent beslutning bestyrelse bilag brug bruge bruger
brugere brugerne budget data dataadgang databehandleraftale databehandleraftaler datafelt datafelter
datakvalitet datapakke datastandard datastandarder dataudvekslingsaftale dato de deadline december del
deltag deltage dem demonstration demonstrationen den denne der det dig digital digitaliseringschef din
direktion dit dokument dokumentbibliotek dokumentindeks drift driftsplatform du dupla effektivisering
ekstranet elektronisk eller en epics er et evaluering fagchef fagsystem februar filudveksling fleksibilitet
flow folder for forbliver forkert forperson forskellige fra fredag frist fuld fulde funktionalitet
funktionaliteter funktioner geografi godkendelse governance har hele helhedsorienteret her herefter hvad
hvem hver hvilke hvis hvor hvordan hvorfor i ikke implementering indberetning indflyvning indkomst
indkomstoplysninger indkomstsnitflade indsats information infrastruktur ingen input integrationer interesse
invitationen invitere januar jer jeres juli juni kalender kan kl klassifikationssystem klik kom kommende
kommunale kommune kommunen kommuner kommunernes komponent konstituering kontrakt kontrakten kontrakter
kontroloplysninger kopiere kvalificering link lokale lovhjemler lukker lyst lørdag maj mandag
mandatberegning mange marts med medarbejdere mellem men middleware moderniseret modernisering
moderniseringsprojekt muligheder muligt myndigheder nedlukning nem nemt nogle november nu ny nye nyheder
nyhedsbrev nyhedsbrevet nyhedsside nysgerrig nyt og oktober om omkring onboarding onsdag opgave opgaven
opgaver oplysninger opslag opsummering organisation organisationssynkroniseringskomponent
organisationssystem os overblik overordnede overordnet oversigt paragraffer personkontroloplysninger
platform politisk prioritering produkt projekt projektleder på refusion region regionerne relateret reminder
rettigheder retur rigtig sag sager sags sagsbehandler samle samler samlet sapa satsreguleringsprocent send
sende sendes sendt senest seneste september serviceplatformen services siden skal skat skattedata
skatteprocent skelne slut snitflade som specifikke stabilitet standardprogrammel start status stille svar
sygedagpenge synes system systemansvarlig systemansvarlige systemer søndag tage tak tasks teams tidsplan til
tilbage tilbagemeldinger tilmeld tilmelde tilmelder tilmelding tilmeldingsfrist tilslutning
tilslutningsaftale tilslutningsaftaler ting tirsdag torsdag transition tvivl uafklaret ud udbud udfases
udkast udmeldte udsendt udskydes udstille uge ugentligt uges underskrevne underskrift underskriv undtaget
userstories administrations klassifikations organisations synkroniserings intuitivt derfor finder ved velkommen vi vide vil vise vises vision visning webinar ydelsesindeks
`;

/** Every word once, in the form it is written inside a sentence. */
export const DANISH_WORDS: readonly string[] = [
  ...new Set(`${WITH_DANISH_LETTERS}${PLAIN}`.trim().split(/\s+/)),
];
