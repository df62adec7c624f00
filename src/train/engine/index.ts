/** What a run is computed with: modes, and what is said of it afterwards. */
export { chooseEngine, type ChosenEngine, type EngineFacts, type EngineOptions } from './chooseEngine.ts';
export { rowsOfStep, stepOperations, type ModeChoice } from './chooseMode.ts';
export { engineReport, engineText, otherEngine, type EngineReport } from './engineReport.ts';
