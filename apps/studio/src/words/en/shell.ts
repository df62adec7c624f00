export const shell = {
  title: 'Neumann studio',
  skip: 'Skip to the run',
  header: 'Studio',
  rooms: 'Rooms',
  room: { playground: 'Playground' } as Readonly<Record<string, string>>,
  undo: 'Undo',
  redo: 'Redo',
  share: 'Share',
  export: 'Export',
  lesson: 'Lesson',
  more: 'More',
  language: 'Language',
  theme: 'Colours',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  shortcuts: 'Keyboard',
  openFile: 'Open a file',
  startOver: 'Start over',
  startedOver: 'Everything is as at the start. Undo brings yours back.',
  close: 'Close',
  dismiss: 'Dismiss',
  notices: 'Notices',
  loading: 'Loading…',

  failure: {
    title: 'This part of the page stopped',
    text: 'What you set is kept. Undo the last change, or try again; if it stops again, save the scenario as a file and reload the page.',
    detail: (message: string) => `What it says: ${message}`,
    retry: 'Try again',
    undo: 'Undo the last change',
    save: 'Save as a file',
    startOver: 'Start over',
    loading:
      'A part of the page could not be loaded. Check that the server still runs (or that you are online), then try again.',
    stray: (message: string) =>
      `Something went wrong that the page did not expect (${message}). What you set is kept; reload the page if it does not go on.`,
  },

  link: {
    unreadable: (paths: string) =>
      `Some of this could not be read and is as at the start: ${paths}. All the rest is as its maker set it.`,
    newer:
      'This was made with a newer studio, whose starting values are not known here: what its maker left alone may differ. Update Neumann to see the same.',
    cutOff:
      'The end of this link is missing. What was there is set; ask for the whole link, or for the file.',
    withoutPoints:
      'The drawn points were too many for this link and are not in it. Ask its maker for the file and open that.',
    noSuchRoom: (room: string) => `This studio has no room named ${room}; this is the playground.`,
    addressTooLong:
      'The drawn points are too many for a link. They are kept in this browser; to send them, save the scenario as a file (Share).',
  },
  resume: {
    text: (place: string) => `Before the reload this run was at ${place}.`,
    epoch: (number: string) => `epoch ${number}`,
    step: (number: string) => `step ${number}`,
    train: 'Train up to there again',
  },
  file: {
    notJson: (name: string) =>
      `${name} is no JSON, so it cannot be a scenario. Choose a file that ends in .neumann.json.`,
    notScenario: (name: string) =>
      `${name} holds no scenario of the studio. Choose a file that Share or Export saved (.neumann.json).`,
    tooLarge: (name: string) =>
      `${name} is larger than any scenario (5 MB). Choose a file that ends in .neumann.json.`,
    unreadable: (name: string) => `${name} could not be read. Check that it is still there, then try again.`,
    opened: (name: string) => `${name} is open. Undo brings back what was here.`,
    drop: 'Drop a scenario (.neumann.json) to open it',
  },

  lessonBar: {
    label: 'Lesson',
    untitled: 'Lesson',
    goal: 'Goal',
    end: 'End the lesson',
    ended: 'The lesson is closed: all controls are free. Undo brings it back.',
    metBy: (epoch: number) => `Goal reached at epoch ${epoch}!`,
    notYet: 'not yet',
    done: 'done',
    now: (value: string) => `now ${value}`,
  },
  goal: {
    atLeast: 'at least',
    atMost: 'at most',
    neurons: 'hidden neurons',
    parameters: 'parameters',
    epochs: 'epochs',
    steps: 'steps',
    part: { train: 'training', validation: 'validation', test: 'test' },
    ofPart: (part: string, metric: string) => `${part} ${metric}`,
    condition: (quantity: string, relation: string, value: string) => `${quantity} ${relation} ${value}`,
  },
};
