import type { Words } from '../index.ts';

/** Sentences in place of the engine's own, by their code. What is named in those (columns, values, numbers) is named here too. */
export const problems: Words['problems'] = {
  // A futás és a lap.
  defect: ({ text }) =>
    `Hiba történt a stúdióban (${text}). Segíthet a visszatekerés vagy egy beállítás módosítása.`,
  workerDied: () =>
    'A tanítást végző háttérfolyamat váratlanul leállt. Egy beállítás módosítása vagy a visszatekerés újraindítja.',
  laneClosed: () => 'A futás lezárult, mielőtt válaszolhatott volna.',
  noSimd: () =>
    'Ez a böngésző nem ismeri a WebAssembly SIMD utasításait, amelyekkel a program számol. Frissítse, vagy nyissa meg az oldalt friss Chrome-ban, Edge-ben, Firefoxban vagy Safariban.',
  memory: ({ numbers: [megabytes] }) =>
    `Ehhez ${megabytes ?? 'túl sok'} MB memória kellene, és itt nincs ennyi. Kisebb háló vagy kisebb köteg kell.`,
  'too-many-neurons': ({ numbers: [own, most] }) =>
    `Ebben a hálóban ${own} neuron van, a stúdió legfeljebb ${most} neuront tud kirajzolni. Kevesebb neuron kell, vagy a neumann train parancs.`,
  threads: ({ text }) => `A kért számú szál itt nem indítható. (${text})`,
  blas: () => 'A mátrixműveletek gyors könyvtára itt nem tölthető be, ezért a saját számolómotor tanít.',
  'other-engine': () =>
    'A futás más gyorsítással folytatódik, mint amellyel elkezdődött, ezért az eredmény utolsó bitjei eltérhetnek attól, amit megszakítás nélkül adott volna.',
  executor: ({ quoted: [name] }) => `Nincs „${name}” nevű végrehajtó.`,
  mode: ({ quoted: [name] }) => `Nincs „${name}” nevű számítási mód.`,
  interrupted: () => 'A futást megszakították.',
  notFinite: () =>
    'A veszteség már nem véges szám. Segíthet a kisebb tanulási ráta, a skálázott bemenet vagy a gradiens vágása.',
  running: () => 'A futás még tart; előbb le kell állnia.',
  ended: () => 'A futás véget ért, nincs következő lépése. Tekerje vissza, vagy növelje az epochok számát.',
  epoch: ({ numbers: [epoch] }) => `A(z) ${epoch}. epoch súlyai már nincsenek meg. Válasszon másik epochot.`,
  live: () => 'A stúdió egyszerre egy hálót tanít: tagok (members) és keresztvalidáció nélkül futtatható.',
  weight: ({ numbers: [index, value] }) => `Nincs ${index}. számú súly, amely ${value} értékű lehetne.`,
  query: ({ quoted: [name] }) => `Nincs „${name}” nevű kérdés.`,
  batch: ({ numbers: [rows] }) =>
    `Egy ${rows} soros lépésben túl sok szám van ahhoz, hogy meg lehessen nézni. Kisebb köteg vagy kisebb háló kell.`,
  step: () => 'Csak olyan háló lépése nyitható fel, amelynek rétegei egymás után állnak.',
  firstLayer: () => 'Ehhez a képhez két bemenet és sűrű (dense) első réteg kell.',
  notDense: () => 'Az első réteg nem sűrű (dense), nincs súly, amelybe a skálázás beolvasztható.',
  notAffine: ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop skálázása nem lineáris, ezért súlyokkal nem helyettesíthető.`,
  'no-steps': ({ numbers: [rows] }) =>
    `A(z) ${rows} tanító sorból egy köteg sem jön ki, így a háló nem tanul semmit.`,
  'single-row-batch': () =>
    'Minden epoch utolsó kötegében egyetlen sor maradna, amelyen a batch normalizálás nem tanítható; ez a köteg kimarad.',

  // Az adatok.
  'no-points': () =>
    'Még nincsenek pontok: rajzoljon néhányat a képre, osztályozáshoz legalább két osztályból.',
  'no-features': () => 'A hálónak nincs bemenete. Válasszon legalább egyet, például az x-et.',
  dataset: ({ quoted: [name] }) => `Nincs „${name}” nevű adathalmaz.`,
  'bad-classes': ({ quoted: [name], numbers: [least, most, asked] }) =>
    `A(z) „${name}” adathalmaz ${least}–${most} osztállyal készülhet, ${asked} osztállyal nem.`,
  'bad-noise': ({ numbers: [, noise] }) => `A zaj 0 vagy annál nagyobb szám${noise ? `, nem ${noise}` : ''}.`,
  'bad-rows': ({ numbers: [, rows] }) =>
    `A sorok száma 1 vagy annál nagyobb egész szám${rows ? `, nem ${rows}` : ''}.`,
  'empty-table': () => 'A táblázat üres.',
  noRows: () => 'A táblázatnak nincs egyetlen sora sem.',
  'ragged-columns': () => 'A táblázat oszlopai nem egyforma hosszúak.',
  'no-object': () => 'Az egyik sorban nem megnevezett értékek állnak.',
  'nested-value': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlopban összetett érték van; minden cellában egy érték állhat.`,
  'cell-too-long': ({ quoted: [column] }) => `A(z) „${column}” oszlopban egy cella hosszabb 1 MiB-nál.`,
  'unknown-column': ({ quoted: [column] }) => `Nincs „${column}” nevű oszlop.`,
  'unknown-kind': ({ quoted: [column, kind] }) => `A(z) „${column}” oszlop nem lehet „${kind}” típusú.`,
  'wrong-kind': ({ text }) => `Egy oszlop típusa nem illik az értékeihez. (${text})`,
  'missing-column': ({ text }) => `Hiányzik egy oszlop, amelyből a modell tanult. (${text})`,
  features: () => 'Nem maradt oszlop, amelyből tanulni lehetne.',
  'kept-as-text': ({ quoted: [column] }) => `A(z) „${column}” oszlop szöveg marad.`,
  'missing-words': ({ text }) => `Egyes szavak hiányzó értéknek számítanak. (${text})`,
  'missing-word-in-text': ({ text }) => `Egy szöveges oszlopban hiányzó értékre utaló szó áll. (${text})`,
  'stray-words': ({ text }) => `Egy számoszlopban szavak is vannak. (${text})`,
  'beyond-float32': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlopban a háló számábrázolásához túl nagy értékek vannak.`,
  'rounded-integers': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop nagy egész számai kerekítve tárolhatók csak.`,
  'beyond-limit': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop egyes értékei skálázva is túl nagyok a hálónak, ezért le vannak vágva.`,
  'unreadable-values': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop egyes értékei nem olvashatók; hiányzónak számítanak.`,
  'unseen-categories': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlopban olyan értékek vannak, amelyek a tanító sorokban nem szerepelnek; ismeretlennek számítanak.`,
  'unknown-category': ({ quoted: [first] }) => `A(z) „${first}” kategória nem szerepel a tanító sorokban.`,
  'left-out': ({ quoted: [column] }) => `A(z) „${column}” oszlop kimarad: nincs belőle mit tanulni.`,
  'duplicate-rows': ({ numbers: [copies, all] }) =>
    `${all} sorból ${copies} egy korábbi sor pontos mása. Ha ezek nem külön megfigyelések, érdemes elhagyni őket.`,
  'duplicates-across-parts': ({ numbers: [copies, rows] }) =>
    `A validációs vagy teszthalmaz egyes sorai (${rows} közül ${copies}) tanító sorok másai, ezért a pontszámuk jobbnak látszik, mint új sorokon lenne.`,
  leakage: ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop gyanúsan pontosan megadja a célváltozót: lehet, hogy belőle készült (adatszivárgás).`,
  'small-class': ({ quoted: [name] }) => `A(z) „${name}” célváltozó egyik osztályában nagyon kevés sor van.`,
  'small-classes': ({ numbers: [wanted] }) =>
    `Egyes osztályokban ${wanted} sornál is kevesebb van, ez nem jut minden részbe: ezek a sorok mind a tanítóhalmazba kerülnek, és egyetlen pontszám sem szól róluk.`,
  'not-stratified': () =>
    'A legtöbb osztályban túl kevés sor van a rétegzett felosztáshoz, ezért a sorok véletlenszerűen oszlanak el.',
  'rows-without-target': ({ numbers: [rows] }) => `${rows ?? 'Néhány'} sor kimarad, mert nincs célértéke.`,
  'missing-groups': () => 'Egyes sorokban nincs megadva a csoport.',
  'missing-times': () => 'Egyes sorokban nincs megadva az időpont.',
  'dates-mixed': () =>
    'A dátumoszlop szerint a részek időben összekeverednek; előrejelzéshez idő szerinti felosztás való.',
  outliers: () =>
    'Néhány sor adja a tanító veszteség nagy részét, és ha a tanulás a nehéz sorokkal kezd, sokáig rajtuk időzik. Érdemes megnézni, nem kiugró vagy hibásan címkézett sorok-e.',

  // A felosztás.
  split: ({ text }) => `Ehhez a felosztáshoz hiányzik valami. (${text})`,
  'split-column': ({ quoted: [column] }) =>
    `A(z) „${column}” oszlop nem alkalmas arra, hogy a felosztás aszerint menjen.`,
  'split-shares': () =>
    'A tanító-, validációs és tesztrész arányának összege 1, és tanítórésznek lennie kell.',
  'too-few-rows': ({ numbers: [rows] }) =>
    `${rows} sor túl kevés ehhez a felosztáshoz. Több pont vagy kevesebb rész kell.`,
  'too-few-groups': () =>
    'Túl kevés a csoport ahhoz, hogy minden részbe jusson, és egyik se kerüljön kettőbe.',
  folds: () => 'Ennyi részre ezek a sorok nem oszthatók. Kevesebb rész kell.',

  // A célváltozó, a veszteség, a modell.
  target: ({ quoted: [name] }) =>
    `A(z) „${name ?? 'target'}” célváltozóból a tanító sorok alapján nem lehet tanulni: hiányzik, vagy mindenhol ugyanaz. Osztályozáshoz legalább két osztály kell.`,
  task: ({ quoted: [name] }) => `A(z) „${name}” célváltozó szavakból áll, ezért regresszió nem lehet.`,
  weights: () => 'A súlyok nem felelnek meg: pozitív számoknak kell lenniük, a modell alakjában.',
  metric: ({ quoted: [name] }) => `Nincs ilyen mérőszám ehhez a feladathoz: ${name ?? ''}.`,
  loss: ({ text }) => `Ez a veszteségfüggvény nem illik ehhez a célváltozóhoz. (${text})`,
  'output-range': () =>
    'A kimenet aktivációja nem éri el a célváltozó minden értékét, így azokat a háló nem tudja eltalálni. Válasszon másik kimeneti aktivációt, vagy hagyja el.',
  recipe: ({ field, value, text }) =>
    field === undefined
      ? `A recept így nem jó. (${text})`
      : `A recept „${field}” beállítása így nem jó${value === undefined ? '' : `: ${value}`}. Írjon be másikat, vagy térjen vissza a kezdőértékhez.`,
  formula: ({ quoted: [formula], text }) => `A(z) „${formula}” képlet nem értelmezhető. (${text})`,
  schedule: ({ quoted: [formula] }) => `A(z) „${formula}” ütemezés nem ad használható tanulási rátát.`,
  order: () => 'Ez a sorrend itt nem használható. Válasszon másikat.',
  preparation: ({ text }) => `Az előkészítés beállításai így nem jók. (${text})`,
  options: ({ quoted: [name], text }) => `A(z) „${name}” beállításai így nem jók. (${text})`,
  name: ({ quoted: [name], text }) =>
    name === undefined ? `Nincs ilyen nevű elem. (${text})` : `A(z) „${name}” név itt nem használható.`,
  model: ({ text }) => `A modell így nem építhető fel. (${text})`,
  shape: ({ text }) => `A rétegek méretei nem illenek össze. (${text})`,
  dtype: ({ text }) => `A képletben össze nem illő számtípusok vannak. (${text})`,
  index: ({ text }) => `Egy sorszám kívül esik a táblázaton. (${text})`,
  slot: ({ text }) => `Belső hiba a memória kiosztásában. (${text})`,
  checkpoint: () => 'Az ellenőrzőpont nem ehhez a recepthez tartozik.',
  modelFile: () => 'Ez nem a Neumann modellfájlja, vagy sérült.',
  'altered-model': () => 'A modell előkészítése megváltozott a mentése óta.',
};
