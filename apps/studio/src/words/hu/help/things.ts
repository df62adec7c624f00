import type { things as names } from '../../en/things.ts';

type Names = typeof names;

/** What each named thing does; English has the library's own summaries. */
export const things: { readonly [List in keyof Names]: Readonly<Record<keyof Names[List], string>> } = {
  activations: {
    relu: 'A negatív értékeket levágja. Olcsó, rejtett rétegekben a szokásos választás.',
    leakyRelu:
      'ReLU, amely a negatív oldalon is lejt egy kicsit, így egyetlen neuron sem szűnik meg tanulni.',
    relu6: 'ReLU, amely 6-nál is megáll: ahol a számoknak kicsiknek kell maradniuk.',
    elu: 'Mint a ReLU, de a negatív oldalon egy alsó határértékhez simul, így az átlag nulla közelében marad.',
    selu: 'Skálázott ELU: rétegről rétegre magától megőrzi a 0 átlagot és az egységnyi szórást.',
    gelu: 'Sima ReLU a normális eloszlással; a transformerekben szokásos.',
    silu: 'Sima ReLU, nulla alatt kis bemélyedéssel (swish néven is ismert).',
    mish: 'Sima ReLU, nulla alatt kis bemélyedéssel; közel a SiLU-hoz.',
    tanh: '−1 és 1 közé szorít, a nullára szimmetrikusan. Kis hálókban jó.',
    sigmoid:
      '0 és 1 közé szorít. Rejtett rétegekben elhal a gradiense; kimenetre inkább logitból számoló veszteség való.',
    softplus: 'Sima ReLU, amely mindig pozitív: például szórásnégyzet kimenetéhez.',
    softsign: 'Mint a tanh, de lassabban simul a határaihoz.',
    logSigmoid: 'A szigmoid logaritmusa, a negatív oldalon is pontosan számolva.',
    hardTanh: 'Két oldalt levágott egyenes: olcsó tanh.',
    hardSigmoid: 'Egyenes −3-nál 0-tól 3-nál 1-ig: olcsó szigmoid.',
    softmax: 'Pozitív számok, amelyek összege 1. Kimenetre inkább a logitból számoló keresztentrópia való.',
    logSoftmax: 'A softmax logaritmusa, log-valószínűséget váró veszteséghez (negatív log-likelihood).',
    identity: 'Változatlanul hagyja a bemenetet: lineáris kimenethez.',
    custom: 'Saját aktivációs függvény, x képleteként.',
  },
  initializers: {
    pytorchLinear: 'Amiből a PyTorch lineáris rétege indul, súlyok és eltolások egyaránt.',
    kaimingUniform: 'Egyenletes, akkora, hogy a jel a ReLU-félék után is megőrizze nagyságát.',
    kaimingNormal: 'Normális, akkora, hogy a jel a ReLU-félék után is megőrizze nagyságát.',
    xavierUniform: 'Egyenletes, a be- és kimenetek számának átlaga szerint: tanh-hoz és szigmoidhoz.',
    xavierNormal: 'Normális, a be- és kimenetek számának átlaga szerint: tanh-hoz és szigmoidhoz.',
    lecunUniform: 'Egyenletes, 1 / (bemenetek száma) szórásnégyzettel: SELU-hoz és lineáris rétegekhez.',
    lecunNormal: 'Normális, 1 / (bemenetek száma) szórásnégyzettel: SELU-hoz és lineáris rétegekhez.',
    uniform: 'Egyenletes két választott szám között.',
    normal: 'Normális, választott átlaggal és szórással.',
    truncatedNormal: 'Normális, két szóráson túli értékek nélkül, hogy egy neuron se induljon telítve.',
    orthogonal: 'Egymásra merőleges, egyforma hosszú sorok: mély hálókban is külön tartja a jeleket.',
    sparse: 'Normális, de minden bemenet legtöbb súlya nulla: kevés, jól elkülönülő kapcsolatból indul.',
    identity: 'Egyesek az átlóban, máshol nullák: a réteg kezdetben továbbadja a bemenetét.',
    constant:
      'Mindenütt ugyanaz a szám. Az egyformán induló súlyok egyformák maradnak: csak eltoláshoz és skálához való.',
    zeros: 'Nullák: az eltolások szokásos kezdete.',
    ones: 'Egyesek: a normalizálás skáláinak kezdete.',
  },
  layers: {
    dense: 'Minden kimenet az összes bemenet súlyozott összege, plusz egy eltolás: a lineáris réteg.',
    activation:
      'Aktivációs függvénnyel meghajlítja a bemenetét: ettől több a háló egyetlen lineáris leképezésnél.',
    dropout: 'Minden tanító lépésben véletlenül elhagyja a bemenetek egy részét, a túltanulás ellen.',
    batchNorm:
      'Minden csatornát 0 átlagúra és egységnyi szórásúra hoz a kötegen belül, majd skálát és eltolást tanul.',
    layerNorm:
      'Minden sort 0 átlagúra és egységnyi szórásúra hoz a saját számai szerint, majd skálát és eltolást tanul.',
    groupNorm:
      'Csatornák csoportjait hozza soronként 0 átlagra és egységnyi szórásra, a kötegtől függetlenül.',
    residual:
      'A bemenetet hozzáadja ahhoz, amit a belső rétegei csinálnak belőle, így a mély háló is tanítható marad.',
    prelu: 'Leaky ReLU, amely a meredekségét is tanulja.',
  },
  losses: {
    meanSquaredError: 'A számok szokásos vesztesége: az átlagot becsli; a nagy hibák számítanak leginkább.',
    meanAbsoluteError: 'A mediánt becsli; a kiugró értékek sem húznak erősebben a többinél.',
    huber: 'Kis hibánál négyzetes, nagynál abszolút: olyan átlag, amelyet a kiugró értékek nem húznak el.',
    smoothL1: 'Abszolút hiba lekerekített sarokkal; a Hubertől eltérően a meredeksége messze is 1 marad.',
    poisson:
      'Darabszámokhoz: a Poisson-eloszlás negatív log-likelihoodja, amelynek rátáját (vagy logaritmusát) becsüljük.',
    gaussian: 'Átlagot és szórásnégyzetet becsül: a normális eloszlás negatív log-likelihoodja.',
    binaryCrossEntropy: 'Igen-nem célértékhez, logitból; több kimenet független igen-nem kérdéseket jelent.',
    binaryCrossEntropyOfProbabilities:
      'Igen-nem célértékhez, ha a kimenet már valószínűség; a bináris keresztentrópia pontosabban számol.',
    crossEntropy:
      'Az osztályok szokásos vesztesége, logitból: a helyes osztálynak adott valószínűség logaritmusának ellentettje.',
    softCrossEntropy: 'Keresztentrópia logitból, ha a célérték osztályonkénti valószínűség.',
    negativeLogLikelihood:
      'Osztályokhoz, ha a kimenet már log-valószínűség (log-softmax); a keresztentrópia mindkettőt elvégzi.',
    multiMargin:
      'Osztályokhoz, tartóvektor-gép módjára: a helyes osztály margóval vezessen minden másik előtt.',
    kullbackLeibler: 'Milyen messze van a becsült eloszlás a valóditól.',
    hinge: 'Két osztályhoz (−1 és 1), tartóvektor-gép módjára: a margón túl nincs veszteség.',
    squaredHinge: 'A zsanérveszteség négyzete: a margónál sima, a durva hibákra szigorúbb.',
    hingeEmbedding: 'Párok távolságához: a hasonlók (1) legyenek közel, a többi (−1) legalább margónyira.',
    softMargin: 'Két osztályhoz (−1 és 1): a logisztikus veszteség.',
    cosineDistance: 'Célértékhez, amelynek az iránya számít, a hossza nem.',
    cosineEmbedding: 'Vektorpárokhoz: a hasonlók (1) mutassanak egy irányba, a többi (−1) másfelé.',
    custom: 'Saját veszteség a becslés és a célérték képleteként.',
  },
  optimizers: {
    sgd: 'Sztochasztikus gradienscsökkentés, lendülettel vagy anélkül; jól általánosít, ha a rátája be van állítva.',
    momentum:
      'Gradienscsökkentés, amely tovább gurul: völgyek mentén gyorsabb, zajra nyugodtabb (Polyak 1964).',
    nesterov:
      'Lendület, amely lépés előtt előretekint, így időben fékez (Nesterov 1983, Sutskever és mások 2013).',
    rprop: 'A gradiensnek csak az előjelét használja; a teljes halmazon gyors, kis kötegekhez nem való.',
    adagrad:
      'Minden súlynak saját rátája van, amely csak csökken: ritka jellemzőkhöz jó, hosszú futásban lassú.',
    rmsprop: 'Minden súly a friss gradienseinek nagyságában lép; bírja a zajos és változó veszteséget.',
    adadelta: 'A friss lépések és gradiensek arányában lép: nem igényel tanulási rátát.',
    adam: 'Lendület, és minden súlynak saját ráta; a szokásos első választás. Súlycsökkenése L2: lásd AdamW.',
    adamW:
      'Adam, amelynek súlycsökkenése minden súlyt egyformán zsugorít, bármekkora a gradiense: mindenre a legjobb választás.',
    adamax: 'Adam, négyzetes átlag helyett a legnagyobb friss gradienssel: ritka gradienseknél is nyugodt.',
    nadam: 'Adam Nesterov-féle előretekintéssel; gyakran kicsit gyorsabb az Adamnál.',
    radam: 'Adam, amely magától óvatosan indul: nem kell bemelegítés.',
    asgd: 'Gradienscsökkentés, amely az útközben bejárt súlyok átlagát is őrzi; az közelebb van a minimumhoz.',
    lbfgs:
      'A saját mozdulataiból tanulja a görbületet: kevés, nagy, biztos lépés a teljes halmazon; kis kötegekhez nem való.',
    custom: 'Saját optimalizáló: képletek a súlyból, a gradiensből és abból, amit megjegyzünk.',
  },
  orders: {
    shuffled: 'Minden epochban új véletlen sorrend: a kötegenkénti tanulás ezt feltételezi.',
    sequential:
      'Minden epochban a táblázat sorrendje; rendezett táblázaton megtanul egy osztályt, majd a következőért elfelejti.',
    interleaved:
      'Az egymást követő sorok más-más osztályból jönnek, ahol a számuk engedi; minden sor egyszer kerül sorra.',
    hardFirst: 'A nagy veszteségű sorok gyakrabban kerülnek sorra; káros, ha ezek hibás címkék.',
    balanced: 'Minden osztály egyforma gyakran kerül sorra; ahol a ritka osztály számít leginkább.',
    custom: 'Saját sorrendek: a tanítósorok permutációi, epochonként egy; ha elfogytak, elölről.',
  },
  penalties: {
    l2: 'A súlyokat 0 felé húzza, a nagyokat leginkább: simább modell. Adammal inkább az AdamW való.',
    l1: 'Minden súlyt egyforma erővel húz 0 felé, a fölöslegesek aprók lesznek; a proximális L1 pontosan 0-vá teszi őket.',
    l1Proximal: 'L1, amely a fölösleges súlyokat pontosan 0-vá teszi: megszámolhatók és elhagyhatók.',
    elastic: 'L1 és L2 keveréke: kevés súly, de a hasonló bemenetek csoportjai együtt maradnak.',
    maxNorm:
      'A neuronok bemenő súlyait egy korlátnál nem engedi hosszabbra; jól illik a dropouthoz és a nagy rátához.',
    custom: 'Saját büntetés, minden súly képleteként.',
  },
  scalers: {
    skewAware: 'Standardizál; a nagyon ferde oszlopot előbb hatvánnyal közel normálissá teszi.',
    standardise:
      '0 átlag és egységnyi szórás: a háló ebből tanul a legjobban, ha az oszlop nem nagyon ferde.',
    minMax: 'A legkisebb tanítóérték 0, a legnagyobb 1 lesz; egyetlen kiugró érték összepréseli a többit.',
    robust:
      '0 medián és egységnyi interkvartilis terjedelem: a kiugró értékek nem változtatják a többi skáláját.',
    maxAbs: 'A legnagyobb abszolút érték 1 lesz, a 0 marad 0: többségében 0 értékű oszlopokhoz.',
    quantile:
      'Csak az értékek sorrendje számít: bármely oszlop normálissá válik, akármilyen kiugró értékekkel.',
    power:
      'Az adatokból talált hatvány, amely a ferde oszlopot közel normálissá teszi; utána 0 átlag és egységnyi szórás.',
    none: 'A számok maradnak, ahogy vannak; olyan oszlopokhoz, amelyek eleve kb. −1 és 1 közé esnek.',
  },
  schedules: {
    constant: 'A tanulási ráta végig ugyanaz.',
    cosine:
      'Fél koszinuszhullám mentén csökken: lassan, gyorsan, majd megint lassan; ismert hosszú futáshoz jó alapválasztás.',
    cosineWarmRestarts:
      'Egymás utáni koszinuszhullámok, mind a teljes rátáról indul, és hosszabb az előzőnél.',
    step: 'Adott számú epochonként egy szorzóval csökken.',
    multiStep: 'Megadott epochoknál egy szorzóval csökken.',
    exponential: 'Minden epoch után ugyanazzal a szorzóval csökken.',
    linear: 'Egyenes mentén megy a ráta egyik hányadától a másikig, majd ott marad.',
    polynomial: 'Hatványgörbe mentén csökken 0-ra: 1-es kitevővel egyenes, 2-essel a vége felé lassul.',
    oneCycle:
      'Egy emelkedés nagy rátáig, majd egy hosszú süllyedés jóval a kezdet alá; a lendület ellenkezőleg mozog (Smith 2018).',
    cyclic: 'A ráta két határ között egyenesek mentén jár föl-le, ameddig a futás tart.',
    plateau: 'Akkor csökkenti a rátát, ha a figyelt érték már nem javul; nem kell hozzá előre ismert hossz.',
    custom: 'Saját ütemezés, az alapráta és az epoch vagy lépés képleteként.',
  },
};
