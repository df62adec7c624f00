import type { FieldHelp } from '../../help.ts';
import type { fields as english } from '../../en/help/fields.ts';
import { options } from './options.ts';

export const fields: Readonly<Record<keyof typeof english, FieldHelp>> = {
  'data.dataset': [
    'Melyik pontokat tanulja a háló: szétválasztandó felhők, gyűrűk, spirálok, vagy egy követendő felület.',
  ],
  'data.classes': [
    'Hány osztályba tartoznak a pontok; a hálónak osztályonként egy kimenete van, a valószínűséget a softmax osztja el.',
    'Több határt kell megtalálni: több neuron kell.',
    'Két osztály a legegyszerűbb eset.',
  ],
  'data.rows': [
    'Összesen hány pont van, mielőtt tanító-, validációs és teszthalmazra osztjuk.',
    'Kevesebb túltanulás: a legegyszerűbb gyógymód, ha szerezhető több adat.',
    'A háló a kevés pontot kívülről megtanulja; a validációs és a tanítási görbe elválik.',
  ],
  'data.noise': [
    'Milyen messzire mozdul el véletlenül minden pont, miután az osztálya vagy értéke eldőlt.',
    'Az osztályok átfednek: egyetlen háló sem lehet mindenütt jó, a nagy háló a zajt is tanulni kezdi.',
    'Tiszta a határ; a nagy háló sem igen tanul túl.',
  ],
  'data.seed': [
    'Melyik pontok születnek: azonos mag azonos pontokat ad. Az „Új pontok” a következő magot veszi.',
  ],
  'data.balance': [
    'Az első osztályon kívül minden osztály pontjainak ekkora része marad meg.',
    'Minden osztály egyformán gyakori.',
    'Ritka osztály: a pontosság jónak látszik, pedig a háló az osztályt alig találja meg; érdemes a kiegyensúlyozott pontosságot nézni, és osztálysúlyokkal próbálkozni.',
  ],
  'data.mislabelled': [
    'A pontok ekkora része más osztály címkéjét viseli.',
    'A tanítási veszteség csak a hibák megtanulásával csökkenhet: itt hasznos a korai leállítás és a regularizáció.',
    'A címkékben meg lehet bízni.',
  ],
  'data.stretch.x': [
    'A nyers x ezzel szorzódik: mint amikor az egyik oszlop méterben, a másik milliméterben van.',
    'A veszteségből hosszú kanyon lesz, egyetlen tanulási ráta nem jó mindkét súlynak; a standardizálás segít.',
    'Az x változásai alig jutnak el a hálóhoz.',
  ],
  'data.stretch.y': [
    'A nyers y ezzel szorzódik: mint amikor az egyik oszlop méterben, a másik milliméterben van.',
    'A veszteségből hosszú kanyon lesz, egyetlen tanulási ráta nem jó mindkét súlynak; a standardizálás segít.',
    'Az y változásai alig jutnak el a hálóhoz.',
  ],
  'data.shift.x': [
    'Ennyi adódik a nyers x-hez: ahogy a kelvinben mért hőmérséklet is messze van a 0-tól.',
    'Az origótól távol az első neuronok egyenesei kezdetben elkerülik az adatokat, a tanh és a szigmoid telítődik.',
  ],
  'data.shift.y': [
    'Ennyi adódik a nyers y-hoz: ahogy a kelvinben mért hőmérséklet is messze van a 0-tól.',
    'Az origótól távol az első neuronok egyenesei kezdetben elkerülik az adatokat, a tanh és a szigmoid telítődik.',
  ],
  'data.outlier': [
    'Egy tanítópontot mindkét koordinátában ilyen messzire tesz; 0 esetén nincs kiugró pont.',
    'A min-max az összes többi pontot egy sarokba préseli; a robusztus skálázást nem zavarja.',
    '0-nál nincs kiugró pont.',
  ],
  'data.features': [
    'Mit lát a háló egy pontból: a koordinátákat, vagy ezek kézzel készített függvényeit.',
    'Egy jól választott jellemzővel (körhöz a négyzetek) a lineáris modell is elég.',
    'Pusztán x-ből és y-ból a rejtett rétegeknek kell megtalálniuk a jellemzőket.',
  ],
  'recipe.seed': [
    'Innen ered a pontok felosztása, a kezdősúlyok, a kötegek és a dropout: azonos mag bitre azonos futást ad.',
  ],
  'recipe.split.kind': [
    'Minden rész megkapja-e az arányos részét minden osztályból (rétegzett), vagy véletlenszerű az osztás.',
  ],
  'recipe.split.train': [
    'A pontok ekkora részéből tanulnak a súlyok.',
    'Több a tanulnivaló, de kevesebb pont marad az értékelésre.',
    'Hamarabb jön a túltanulás.',
  ],
  'recipe.split.validation': [
    'A pontok ekkora része dönti el, mikor álljunk le és mely beállítás jó; a súlyok sosem látják őket.',
    'Nyugodtabb validációs görbe, de kevesebb tanulnivaló.',
    'A görbe ugrál, a legjobb epoch részben szerencse dolga.',
  ],
  'recipe.split.test': [
    'A pontok ekkora részét tartjuk meg a végső, becsületes értékelésre; semmit sem választunk velük.',
    'Megbízhatóbb végső eredmény.',
    'A végső eredményben több a szerencse.',
  ],
  'recipe.preparation.numbers': [
    'Hogyan skálázzuk a bemeneteket, mielőtt a háló látja őket; csak a tanítópontokhoz illesztve.',
  ],
  'recipe.preparation.target': [
    'Hogyan skálázzuk a számszerű célértéket a tanuláshoz; a becslés az eredeti egységben jön vissza.',
  ],
  'recipe.model': ['A háló a bemenetek és a kimenetek között.'],
  'recipe.model.hidden': [
    'A rejtett rétegek neuronjainak száma, a bemenettől a kimenet felé.',
    'Több neuron finomabb határt rajzol, de könnyebben túltanul.',
    'Túl kevés neuron bármeddig tanul, nem tudja követni az alakot.',
  ],
  'recipe.model.activation': [
    'A hajlítás a rétegek között: nélküle akárhány réteg egyetlen lineáris leképezés.',
  ],
  'recipe.model.dropout': [
    'A rejtett neuronok ekkora része minden tanító lépésben véletlenül kikapcsol; becsléskor mind dolgozik.',
    'A neuronok nem támaszkodhatnak egymásra: kevesebb túltanulás, lassabb és zötyögősebb tanulás.',
    '0-nál mindig minden neuron együtt tanul.',
  ],
  'recipe.model.inputDropout': [
    'A bemenetek ekkora része minden tanító lépésben véletlenül kikapcsol.',
    'A háló nem bízik egyetlen bemenetben; két bemenetnél hamar árt.',
    '0-nál mindig minden bemenet látszik.',
  ],
  'recipe.model.linearPath': [
    'Súlyok egyenesen a bemenetről a kimenetre, a rejtett rétegek mellett; előre illesztve a háló lineáris modellként indul, és a többit tanulja hozzá.',
  ],
  'recipe.model.normalisation': [
    'Minden aktiváció előtt 0 átlagúra és egységnyi szórásúra hozza a számokat, kötegenként vagy rétegenként: gyorsabb, kevésbé kényes tanulás.',
  ],
  'recipe.model.initializer': [
    'Mik a súlyok az első lépés előtt. Túl kicsik: elhal a jel; túl nagyok: telítődnek a neuronok; egyformák: a neuronok egymás másolatai maradnak.',
  ],
  'recipe.model.outputActivation': [
    'Hajlítás magán a kimeneten. Rendszerint nincs: a szokásos veszteségek a nyers kimenetet várják, a valószínűségről maguk gondoskodnak.',
  ],
  'recipe.model.layers': ['A rétegek egyenként, ahol különböznek egymástól.'],
  'recipe.losses': ['Amit a lehető legkisebbre csökkentünk: milyen messze van a becslés az igazságtól.'],
  'recipe.classWeights': [
    'Mennyit számít egy-egy osztály a veszteségben; kiegyenlítve mind ugyanannyit, akármilyen ritka.',
  ],
  'recipe.penalties': ['Ami kicsiben tartja a súlyokat, hogy a háló ne követhessen minden egyes pontot.'],
  'recipe.clip.norm': [
    'Ha a teljes gradiens ennél hosszabb, ekkorára rövidül; az iránya megmarad.',
    'Ritkán lép életbe.',
    'Minden lépésben hat, a lépés méretét is ez szabja meg.',
  ],
  'recipe.clip.value': [
    'A gradiens minden elemét ekkoránál levágja; az irány elfordulhat.',
    'Ritkán lép életbe.',
    'A gradiensből csak az előjelek maradnak.',
  ],
  'recipe.optimizer': ['Hogyan lesz a gradiensből a súlyok egy lépése.'],
  'recipe.schedule': [
    'Hogyan változik a tanulási ráta tanulás közben: nagy lépések a közelítéshez, kicsik a megállapodáshoz.',
  ],
  'recipe.averaging.decay': [
    'A súlyok futó átlagát mutatjuk és tartjuk meg, kb. 1 / (1 − szorzó) lépés fölött; nyugodtabb az utolsó súlyoknál.',
    'Hosszabb átlag: simább, de lemarad.',
    'Közel az utolsó súlyokhoz.',
  ],
  'recipe.batches.size': [
    'Hány pontot néz egy lépés.',
    'Simább, de epochonként kevesebb lépés; nagyobb tanulási rátát bír.',
    'Zajos lépések, amelyek a rossz helyekről is kitalálnak.',
  ],
  'recipe.batches.order': [
    'Milyen sorrendben kerülnek sorra a pontok. Ha osztályonként egymás után, a háló elfelejti az előzőt.',
  ],
  'recipe.batches.dropLast': [
    'Elhagyja az epoch végi csonka köteget, amelynek lépése zajosabb volna a többinél.',
  ],
  'recipe.stopping.epochs': [
    'Legfeljebb hányszor megyünk végig az összes tanítóponton.',
    'Több idő tanulni és túltanulni; erre való a korai leállítás.',
    'Megáll, mielőtt elkészülne.',
  ],
  'recipe.stopping.patience': [
    'Korai leállítás: hány epochot tűrünk a figyelt érték javulása nélkül, mielőtt vége.',
    'Kivárja a hullámzást; tovább tart.',
    'Már az első hullámnál megállhat.',
  ],
  'recipe.stopping.minimumDelta': [
    'A legkisebb nyereség, ami javulásnak számít.',
    'A lassú araszolás már nem számít: hamarabb megáll.',
    'Bármilyen nyereség számít.',
  ],
  'recipe.stopping.monitor': [
    'Mit figyel a korai leállítás: a veszteséget vagy egy mérőszámot, a validációs vagy a tanítóhalmazon.',
  ],
  'recipe.stopping.restoreBest': ['A végén a legjobb epoch súlyait veszi vissza az utolsóé helyett.'],
  'recipe.stopping.minutes': ['Ennyi perc után véget ér a tanítás. A futás így a gép sebességétől is függ.'],
  ...options,
};
