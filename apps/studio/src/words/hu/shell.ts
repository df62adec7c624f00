import type { Words } from '../index.ts';

export const shell: Words['shell'] = {
  title: 'Neumann stúdió',
  skip: 'Ugrás a futáshoz',
  header: 'Stúdió',
  rooms: 'Termek',
  room: { playground: 'Játszótér' },
  undo: 'Visszavonás',
  redo: 'Ismét',
  share: 'Megosztás',
  export: 'Mentés',
  lesson: 'Feladat',
  more: 'Továbbiak',
  language: 'Nyelv',
  theme: 'Színek',
  themes: { auto: 'A rendszer szerint', light: 'Világos', dark: 'Sötét' },
  shortcuts: 'Billentyűk',
  openFile: 'Fájl megnyitása',
  startOver: 'Újrakezdés',
  startedOver: 'Minden olyan, mint az elején. A visszavonás visszahozza, ami itt volt.',
  close: 'Bezárás',
  dismiss: 'Elrejtés',
  notices: 'Értesítések',
  loading: 'Betöltés…',

  failure: {
    title: 'Az oldalnak ez a része leállt',
    text: 'A beállítások megmaradtak. Vonja vissza az utolsó változtatást, vagy próbálja újra; ha megint leáll, mentse fájlba, és töltse újra az oldalt.',
    detail: (message) => `A hiba szövege: ${message}`,
    retry: 'Újra',
    undo: 'Az utolsó változtatás visszavonása',
    save: 'Mentés fájlba',
    startOver: 'Újrakezdés',
    loading:
      'Az oldal egy része nem töltődött be. Ellenőrizze, hogy fut-e még a kiszolgáló (vagy van-e hálózat), aztán próbálja újra.',
    stray: (message) =>
      `Olyan hiba történt, amelyre az oldal nem számított (${message}). A beállítások megmaradtak; ha az oldal nem megy tovább, töltse újra.`,
  },

  link: {
    unreadable: (paths) =>
      `Ebből ennyit nem lehetett elolvasni, ezek kezdőértéken állnak: ${paths}. Minden más úgy van, ahogy a készítője beállította.`,
    newer:
      'Ez újabb stúdióval készült, amelynek a kezdőértékei itt nem ismertek: amihez a készítője nem nyúlt, eltérhet. Az egyezéshez frissítse a Neumannt.',
    cutOff: 'A hivatkozás vége hiányzik. Ami megvolt, be van állítva; kérje el az egészet vagy a fájlt.',
    withoutPoints:
      'A rajzolt pontok nem fértek el ebben a hivatkozásban. Kérje el a készítőjétől a fájlt, és azt nyissa meg.',
    noSuchRoom: (room) => `Ebben a stúdióban nincs ${room} nevű terem; ez a játszótér.`,
    addressTooLong:
      'A rajzolt pontok nem férnek el egy hivatkozásban. Ez a böngésző megőrzi őket; ha el akarja küldeni, mentse fájlba (Megosztás).',
  },
  resume: {
    text: (place) => `Az újratöltés előtt itt tartott a futás: ${place}.`,
    epoch: (number) => `${number}. epoch`,
    step: (number) => `${number}. lépés`,
    train: 'Tanítás újra odáig',
  },
  file: {
    notJson: (name) =>
      `${name} nem JSON, ezért nem is lehet mentett beállítás. Válasszon .neumann.json végű fájlt.`,
    notScenario: (name) =>
      `${name} nem a stúdió mentett beállítása. Olyan fájlt válasszon, amelyet a Megosztás vagy a Mentés készített (.neumann.json).`,
    tooLarge: (name) =>
      `${name} nagyobb minden mentett beállításnál (5 MB). Válasszon .neumann.json végű fájlt.`,
    unreadable: (name) => `${name} nem olvasható. Ellenőrizze, hogy megvan-e még, aztán próbálja újra.`,
    opened: (name) => `${name} megnyitva. A visszavonás visszahozza, ami itt volt.`,
    drop: 'Ide ejtve megnyílik a mentett beállítás (.neumann.json)',
  },

  lessonBar: {
    label: 'Feladat',
    untitled: 'Feladat',
    goal: 'Cél',
    end: 'A feladat bezárása',
    ended: 'A feladat bezárva: minden beállítás szabad. A visszavonás visszahozza.',
    metBy: (epoch) => `A cél teljesült (epoch: ${epoch})!`,
    notYet: 'még nem',
    done: 'kész',
    now: (value) => `most ${value}`,
  },
  goal: {
    atLeast: 'legalább',
    atMost: 'legfeljebb',
    neurons: 'rejtett neuron',
    parameters: 'paraméter',
    epochs: 'epoch',
    steps: 'lépés',
    part: { train: 'tanító-', validation: 'validációs', test: 'teszt-' },
    ofPart: (part, metric) => (part.endsWith('-') ? `${part.slice(0, -1)} ${metric}` : `${part} ${metric}`),
    condition: (quantity, relation, value) => `${quantity} ${relation} ${value}`,
  },
};
