/** What a run is computed with: modes, and what is said of it afterwards. */
export { chooseExecutor, type EngineFacts, type EngineOptions } from './chooseExecutor.ts';
export { stepOperations, type ModeChoice } from './chooseMode.ts';
export { engineFacts, engineReport, engineText, type EngineReport } from './engineReport.ts';
