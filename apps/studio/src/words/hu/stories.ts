import type { LaterWords } from '../index.ts';

export const stories: LaterWords['stories'] = {
  look: 'Mit nézzen',
  attempt: 'Próbálja ki',
  setUp: 'Állítsa be nekem',
  setUpHint:
    'Úgy állítja be az adatokat és a receptet, hogy a jelenség jól látsszon. Egyetlen visszavonás visszahozza az előző állapotot.',
  cancel: 'Mégse',
  again: 'Számolja újra',
  progress: (percent) => `Számolás: ${percent} %`,
  cancelled: 'Megszakítva.',
  epoch: (epoch) => `${epoch}. epoch`,
  epochs: 'Epochok',
  train: 'tanító',
  validation: 'validációs',
  loss: 'veszteség',
  accuracy: 'pontosság',
  difference: 'különbség',
  notYet: 'Indítsa el a tanítást: a kép az első epochhal kezdődik.',
  untested: 'Nincs validációs halmaz, így a nem tanult sorokról semmit sem lehet mondani.',
  hiddenLayer: (number) => `${number}. rejtett réteg`,
  outputLayer: 'kimenet',

  overfitting: {
    lesson:
      'A háló először azt tanulja meg, ami minden sorban közös, azután a látott sorok véletlenjeit. Onnantól a tanító veszteség tovább csökken, de a nem tanult sorokon a veszteség nő. A korai leállítás türelme szerint vár néhány epochot, majd visszaveszi a legjobb súlyokat.',
    look: 'Hol fordul vissza a szaggatott validációs görbe, miközben a folytonos tovább csökken; és hogyan kezd a határ egyes pontokat körbefutni.',
    attempt:
      'Több sor, dropout, L2 vagy kevesebb neuron: melyik tolja el a fordulópontot, melyik emeli mindkét görbét?',
    chart: (best, last) =>
      `A tanító és a validációs veszteség epochonként; a legjobb a(z) ${best}., az utolsó a(z) ${last}. epoch.`,
    best: (epoch) => `legjobb: ${epoch}. epoch`,
    last: (epoch) => `utolsó: ${epoch}. epoch`,
    patience: (epochs) => `türelem: ${epochs} epoch`,
    takenBack: (epoch) => `visszavett súlyok: ${epoch}. epoch`,
    wouldTakeBack: (epoch) => `vissza: ${epoch}. epoch`,
    gap: (best, last) => `A validációs veszteség a legjobb epochban ${best}, az utolsóban ${last}.`,
    notOver: 'Még egyetlen epoch sem volt rosszabb a legjobbnál.',
    surface: (epoch) => `Döntési felület a(z) ${epoch}. epochban`,
    showBest: 'A legjobb epoch minden képen',
    showNow: 'Vissza a jelenhez',
  },

  scaling: {
    lesson:
      'Kezdetben az első réteg minden neuronja az origó közelében húz egy egyenest. A tőle távoli vagy elnyújtott bemenetek mind az egyik oldalra esnek: a neuronok telítettek vagy halottak, és a veszteség két súly fölött szurdok, amelyben bármely lépés az egyik irányban túl hosszú, a másikban túl rövid. A skálázás az origóhoz viszi az adatokat, és a szurdokból tál lesz.',
    look: 'Fent az egyenesek és az origó keresztje; lent a szintvonalak alakja, és hogy ugyanaz az optimalizáló ugyanannyi lépésben meddig jut.',
    attempt: 'Nagyobb kiugró érték: a min-max minden más pontot összenyom, a standardizálás kevésbé.',
    none: 'Nyers',
    standardise: 'Standardizált',
    minMax: 'Min-max',
    data: (scaler, saturated, dead) =>
      `${scaler}: a bemenetek, ahogy a háló látja őket, az első réteg kezdeti egyeneseivel; ${saturated} telített, ${dead} halott.`,
    saturated: (share) => `${share} telített`,
    dead: (share) => `${share} halott`,
    fits: 'minden neuron dolgozik',
    plane: (scaler, from, to) =>
      `${scaler}: a veszteség az első réteg két súlya fölött; az út ${from} veszteségtől ${to} veszteségig vezet.`,
    weight: (input, unit) => `${input} súlya a(z) ${unit}. neuronban`,
    path: (from, to, steps) => `veszteség: ${from} → ${to}, ${steps} lépésben`,
    diverged: (step) => `a(z) ${step}. lépésben divergált`,
    held: 'Mindhárom képen ugyanaz a háló áll: standardizált bemeneteken tanult, majd átszámoltuk, így a legmélyebb pont (×) ugyanaz a függvény. Két súlya visszakerül a kezdőértékére (○), és egyedül tanul újra, egyszerre az egész tanítóhalmazon; így az út a rajzolt felületen halad.',
    neuron: 'Neuron',
    cut: 'A hálónak kettőnél több bemenete van: az egyenesek az első kettőre vonatkoznak, a többi az átlagán áll.',
    fold: 'A skálázás beolvasztása a súlyokba',
    folded: (difference, rows) =>
      `Kész: w′ = w · szorzó és b′ = b + Σ w · eltolás után a háló nyers bemenetet fogad. A legnagyobb eltérés bármely jóslatban ${rows} soron: ${difference}.`,
    foldLesson:
      'A skálázás lineáris leképezés, és az első réteg is az: tanítás után az egyik beletehető a másikba.',
  },

  committee: {
    lesson:
      'Dropouttal minden lépés egy másik ritkított hálót tanít: egyes neuronok ki vannak kapcsolva. Súlyaik közösek. A teljes háló, amelyben minden neuron él, közel azt mondja, amit az összes ilyen háló átlaga mondana, egyetlen háló áráért.',
    look: 'Mennyire különbözik a tizenhat háló, és mennyire hasonlít átlaguk a teljes hálóra.',
    attempt: 'Emelje a dropoutot 0,5-re: a tagok jobban eltérnek. Vegye 0-ra: mind ugyanaz a háló.',
    member: (number, kept, of) => `${number}. ritkított háló: ${of} neuronból ${kept} él`,
    mean: 'A tizenhat átlaga',
    full: 'A teljes háló',
    apart: (mean, most) => `Az átlag és a teljes háló átlagosan ${mean}, legfeljebb ${most} értékkel tér el.`,
    spread: (own) => `Egyetlen ritkított háló átlagosan ${own} értékkel tér el a teljestől.`,
    settles: 'Távolság a teljes hálótól, az átlagolt hálók száma szerint',
    noDropout: 'Ebben a hálóban nincs dropout, így csak egyetlen háló van.',
    raise: 'Maradjon ez a háló, 0,4 dropouttal',
  },

  penalties: {
    lesson:
      'Mindkettő a 0 felé húzza a súlyokat. Az L2 annál erősebben húz, minél nagyobb a súly: mind kicsi lesz, de egyik sem 0. Az L1 mindet egyformán húzza, a legkisebbet is: a fölöslegesek 0-nál végzik, a proximális lépéssel pontosan 0-nál. A két súly képén a veszteség csak addig csökkenhet, ameddig a rombusz vagy a kör engedi: a rombuszt gyakran csúcsban érinti, ahol az egyik súly 0.',
    look: 'A 0-nál álló piros oszlop minden hisztogramon, a pontos nullák száma, és hol érintik a szintvonalak a rombuszt.',
    attempt: 'Nagyobb erősség: mikor kezdi ezt a validációs veszteség megfizetni?',
    strength: 'Erősség',
    none: 'büntetés nélkül',
    l1: 'L1',
    l1Proximal: 'L1, proximális',
    l2: 'L2',
    zeros: (zeros, all) => `${all} súlyból ${zeros} pontosan 0`,
    tiny: (tiny) => `további ${tiny} kisebb 0,001-nél`,
    scores: (train, validation) => `veszteség: tanító ${train}, validációs ${validation}`,
    sizes: (l1, l2) => `Σ|w| ${l1}, √Σw² ${l2}`,
    histogram: (penalty, layer, zeros) => `${layer}, ${penalty}: a súlyok eloszlása; ${zeros} pontosan 0.`,
    plane: 'Két súly korlátos keretben',
    planeLabel: (corner, circle) =>
      `A veszteség szintvonalai két súly fölött. A legmélyebb pont a rombuszon: ${corner}; a körön: ${circle}.`,
    budget: 'Keret',
    onDiamond: (x, y) => `rombusz: (${x}, ${y})`,
    onCircle: (x, y) => `kör: (${x}, ${y})`,
    planeNote: (x, y) => `${x} és ${y}; a többi súly olyan, amilyen büntetés nélkül lenne.`,
    nextPair: 'Másik súlypár',
    start:
      'Mind a négy ugyanazokból a súlyokból indul, és ugyanazokat a kötegeket látja. A proximális lépés hossza tanulási ráta × erősség: egyszerű gradiensmódszer mellett nullákat ad, Adam mellett keveset, mert annak saját lépései hosszabbak.',
  },

  order: {
    lesson:
      'Minden lépés csak a saját kötegének soraiból tanul, és a többit kicsit elfelejti. Ha a kötegben váltakoznak az osztályok, egyenletesen húznak; ha egymás után jönnek, ide-oda rángatják a hálót. A nehéz sorok gyakoribb mutatása gyorsíthat, vagy éppen a hibás sorokon ragad le.',
    look: 'A szalagok: minden jel egy sor, ahogy sorra került; színe az osztály, magassága az akkori vesztesége. Azután a görbék.',
    attempt: 'Félrecímkézett sorok a „nehezek előbb” sorrenddel: megtelik velük a szalag.',
    shuffled: 'kevert',
    interleaved: 'osztályonként váltakozó',
    hardFirst: 'nehezek előbb',
    sequential: 'a táblázat rendje, rendezve',
    balanced: 'kiegyensúlyozott osztályok',
    custom: 'saját sorrend',
    chosen: 'kiválasztva',
    ribbon: (order, runs, batches) =>
      `Az utolsó ${batches} köteg, sorrend: ${order}; egymás után átlagosan ${runs} sor azonos osztályból.`,
    runs: (mean) => `egymás után ${mean} azonos osztályú sor`,
    result: (loss, accuracy) => `validációs veszteség ${loss}, pontosság ${accuracy}`,
    curves: 'Validációs veszteség epochonként',
    use: 'Legyen ez a sorrend',
    needsClasses: 'osztályok kellenek hozzá',
    sorted:
      'A sorrendben tanuláshoz a tanító sorokat osztály szerint rendeztük: ez a legrosszabb, amit egy táblázat tehet.',
  },

  twoLosses: {
    lesson:
      'Amit minimalizálunk, lehet összeg is: az egyik veszteség a maga részével, a másik a maradékkal. Mindkettő a saját gradiensével húzza a súlyokat. Amelyiké hosszabb, az dönt, bármit mondanak az arányok: ezért hozzuk előbb közös skálára a veszteségeket.',
    look: 'Mindkét veszteség külön, miközben az összegük csökken, alatta pedig, hogy a húzás mekkora része melyiké.',
    attempt:
      'Tanítás közben húzza a csúszkát az egyik, majd a másik végére; számoknál tegyen be egy kiugró értéket: a négyzetes hiba utánafut, az abszolút nem.',
    needed: 'Ebben a receptben egy veszteség van. Adjon egy másodikat ugyanahhoz a kimenethez:',
    add: (name) => `Legyen mellette: ${name}`,
    share: (first, second) => `${second} aránya, mellette ${first}`,
    values: 'A két veszteség a tanító sorokon',
    pull: 'Részesedés a gradiensből',
    pullLabel: (first, share) => `A húzásból ${share} jut erre: ${first}.`,
    one: 'Vissza egy veszteséghez',
    names: {
      crossEntropy: 'keresztentrópia',
      multiMargin: 'margó (hinge)',
      meanSquaredError: 'négyzetes hiba',
      meanAbsoluteError: 'abszolút hiba',
    },
  },

  sideBySide: {
    lesson:
      'Két futás ugyanabból a kezdőállapotból, ugyanazokon a sorokon és kötegeken, amelyek csak abban különböznek, amit Ön választ. Ami a végén eltér, azt tehát ez a választás okozta, vagy a véletlen: ehhez kérdezze meg több magszámmal is.',
    look: 'Az egymásra rajzolt görbék, és a táblázat arról, hol tart a két futás.',
    attempt: 'Valamelyik kész pár, vagy a recept bármely mezője.',
    ready: 'Kész párok',
    field: 'Bármely mező',
    choose: 'Válasszon mezőt',
    withValue: (name, value) => `B: ${name} = ${value}`,
    compare: 'Összehasonlítás',
    stop: 'Vissza egy futáshoz',
    a: 'A',
    b: 'B',
    differs: 'Amiben B más',
    remove: (name) => `${name}: úgy, mint A`,
    nothing: 'még semmi',
    measure: 'Mérték',
    table: 'Hol tart a két futás',
    better: 'jobb',
    epochShown: 'epoch',
    best: 'legjobb validációs veszteség',
    bestEpoch: 'ebben az epochban',
    zeros: 'pontosan 0 súlyok',
    seeds: 'Kérdés több magszámmal',
    pairs: {
      trick: 'dropouttal és nélküle',
      momentum: '0,9-es momentummal és nélküle',
      adam: 'Adam L2-vel és AdamW',
      rate: 'tanulási ráta és a tízszerese',
      scaling: 'standardizált és nyers',
      batch: 'kis kötegek és az egész halmaz',
      normalisation: 'batch norm nélkül és vele',
      activation: 'tanh és ReLU',
      clip: 'gradiensvágás nélkül és vele',
      order: 'kevert és nehezek előbb',
    },
  },

  trick: {
    lesson:
      'Egy futás vele és egy nélküle, ugyanabból a kezdőállapotból, ugyanazokkal a kötegekkel, több magszámra. Egyetlen futáspár a véletlent éppúgy mutathatja, mint az okot; több megmutatja, melyik az, vagy hogy nem dönthető el.',
    look: 'Minden magszám két pont, köztük vonal. Mind ugyanarra dől?',
    attempt:
      'Több magszám, amíg az intervallum el nem hagyja a 0-t, vagy amíg biztos nem lesz benne, hogy alig számít.',
    choose: 'Válasszon fogást vagy mezőt',
    compared: (field, value, other) => `${field}: ${value}, ezzel szemben ${other}`,
    seeds: (count) => `${count} magszám`,
    more: (count) => `még ${count} magszám`,
    withTrick: 'vele',
    without: 'nélküle',
    dots: (count, mean, low, high) =>
      `${count} futáspár; az átlagos különbség ${mean}, 95 %-os intervallum: ${low} – ${high}.`,
    seed: (seed, a, b) => `${seed}-es magszám: vele ${a}, nélküle ${b}`,
    mean: 'átlag',
    interval: '95 %-os intervallum',
    better: (field, value, measure, size, range, agree, of) =>
      `${field} = ${value} javítja ezt: ${measure}, átlagosan ennyivel: ${size} (95 %-os intervallum: ${range}); ${of} magszámból ${agree} esetén így van.`,
    worse: (field, value, measure, size, range, agree, of) =>
      `${field} = ${value} rontja ezt: ${measure}, átlagosan ennyivel: ${size} (95 %-os intervallum: ${range}); ${of} magszámból ${agree} esetén így van.`,
    none: (measure, of, range) =>
      `Nincs olyan különbség (${measure}), amelyet ${of} magszám kimutathatna (95 %-os intervallum: ${range}).`,
    same: 'Semmi különbség: a két futás bitre azonos.',
    failed: (count) => `${count} futás divergált, ezek kimaradnak.`,
    measured: (epochs) =>
      `A validációs sorokon mérve, a megtartott súlyokkal, legfeljebb ${epochs} epoch után. Minden magszámnak saját felosztása, kezdőállapota és kötegei vannak.`,
    notAField: 'Ezt a mezőt önmagában nem lehet összehasonlítani.',
  },

  step: {
    lesson:
      'Ez a futás következő lépése, mielőtt megtörténne: a köteg sorai előrehaladnak a hálón, megvan a veszteség, a gradiense visszafelé halad, és az optimalizáló elmozdít minden súlyt. Minden szám a motor saját száma.',
    look: 'Mutasson bármely számra, vagy lépjen rá billentyűvel, és látja a képletet a behelyettesített számokkal.',
    attempt:
      'Tegye meg a lépést, és figyelje, mely számok változnak; azután ugyanezt momentummal vagy Adammal.',
    take: 'Lépés megtétele',
    row: 'A köteg sora',
    rowName: (row, target) => `${row}. sor: ${target}`,
    stepName: (step, rows) => `${step}. lépés, ${rows} sor`,
    forward: 'Előre',
    backward: 'Vissza',
    update: 'Frissítés',
    inputs: 'előkészített bemenetek',
    sums: 'z, a súlyozott összegek',
    activations: (name) => `a = ${name}(z)`,
    dropped: 'dropout után',
    normalised: 'normalizálva',
    logits: 'nyers kimenetek',
    probabilities: 'valószínűségek',
    losses: 'a sor vesztesége',
    total: 'a köteg vesztesége',
    penalty: 'büntetés',
    weight: 'súly',
    bias: 'eltolás (bias)',
    gradient: 'gradiens',
    before: 'előtte',
    after: 'utána',
    change: 'változás',
    layer: 'Réteg',
    formula: 'Honnan jön ez a szám',
    pick: 'Mutasson egy számra.',
    ofBatch:
      'A köteg vesztesége a sorok átlaga; ezért minden sor gradiense már ennek egy részét tartalmazza.',
    tooLarge: (units) =>
      `Egy ${units} neuronos rétegben túl sok a szám ahhoz, hogy egyenként nézzük; legyen legfeljebb 16.`,
    moreRows: (count) => `… és még ${count} sor`,
    state: (name) => `optimalizáló: ${name}`,
    others: 'a többi',
  },

  elephant: {
    lesson:
      '„Négy paraméterrel elefántot illesztek, öttel az ormányát is megmozgatom” – mondta Neumann. Mayer, Khairy és Howard 2010-ben megtalálták őket: négy komplex szám rajzolja ezt a körvonalat, az ötödik mozgatja az ormányt. Elég sok szabad számmal az illeszkedés semmit sem bizonyít, ezért olyan sorokon mérjük, amelyeket a háló nem látott.',
    look: 'Melyik szám mit tesz a körvonallal.',
    attempt: 'Mozgassa meg az ormányt. Azután vegyen el egy paramétert.',
    parameter: (number) => `${number}. paraméter`,
    real: 'valós rész',
    imaginary: 'képzetes rész',
    trunk: 'Ormány',
    reset: 'Újra az elefánt',
    label: 'A paraméterek rajzolta körvonal',
  },
};
