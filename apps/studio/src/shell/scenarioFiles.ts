import { LARGEST_FILE, readScenario, SCENARIO_FILE, writeScenario } from '../state/file/scenarioFile.ts';
import type { Scenario } from '../state/scenario.ts';
import { studio } from '../state/studio.svelte.ts';
import { speech } from '../words/speech.svelte.ts';
import { notices } from './notices.svelte.ts';
import { sayLinkProblems } from './sayLinkProblems.ts';
import { saveFile } from './saveFile.ts';

export const saveScenario = (scenario: Scenario = studio.scenario): void =>
  saveFile(`scenario${SCENARIO_FILE}`, writeScenario(scenario), 'application/json');

/** Opens a file in place of what is there (undo brings it back), or says what is wrong with it. */
export async function openScenarioFile(file: File): Promise<void> {
  const words = speech.words.shell.file;
  if (file.size > LARGEST_FILE) return void notices.say('bad', words.tooLarge(file.name));
  const text = await file.text().catch(() => null);
  if (text === null) return void notices.say('bad', words.unreadable(file.name));
  const read = readScenario(text);
  if (typeof read === 'string') return void notices.say('bad', words[read](file.name));
  studio.reset(read.scenario);
  notices.say('info', words.opened(file.name));
  sayLinkProblems(read.problems);
}

/** Lets a person choose one. */
export function chooseScenarioFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => input.files?.[0] && void openScenarioFile(input.files[0]));
  input.click();
}
