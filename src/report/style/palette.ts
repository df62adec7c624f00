/** Okabe and Ito's colours (2008), which people tell apart whatever colours their eyes see; deepened where they are text. */
export interface Palette {
  readonly paper: string;
  /** A shade off the paper, for code and folded parts. */
  readonly inset: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly grid: string;
  readonly accent: string;
  /** Of lines and dots. */
  readonly blue: string;
  readonly orange: string;
  readonly green: string;
  readonly purple: string;
  readonly grey: string;
  /** Of heat cells: a share of this over the paper, with ink upon it. */
  readonly heat: string;
  readonly heatWrong: string;
  /** Of the shade behind a stretch of a chart. */
  readonly band: string;
}

/** Heat cells are never deeper than this, so that ink upon them stays readable. */
export const DEEPEST_HEAT = 0.78;

export const light: Palette = {
  paper: '#fdfcf9',
  inset: '#f5f3ed',
  ink: '#1c1e22',
  muted: '#5c6068',
  rule: '#d9d5cb',
  grid: '#ebe8e0',
  accent: '#00598c',
  blue: '#0072b2',
  orange: '#d55e00',
  green: '#009e73',
  purple: '#b0598b',
  grey: '#7d8088',
  heat: '#0072b2',
  heatWrong: '#d55e00',
  band: '#f3ead8',
};

export const dark: Palette = {
  paper: '#14161a',
  inset: '#1c1f24',
  ink: '#ece9e2',
  muted: '#a5a9b1',
  rule: '#3a3e46',
  grid: '#272b31',
  accent: '#7cc4ef',
  blue: '#56b4e9',
  orange: '#f0a23b',
  green: '#2fbf93',
  purple: '#cc79a7',
  grey: '#8d919a',
  heat: '#0072b2',
  heatWrong: '#a94a00',
  band: '#2a2519',
};
