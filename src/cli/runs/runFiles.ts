/** What lies in the folder of a run. */
export const runFiles = {
  recipe: 'recipe.json',
  events: 'events.jsonl',
  checkpoint: 'checkpoint.safetensors',
  model: 'model.safetensors',
  report: 'report.html',
  /** Written last: a run without it is unfinished. */
  result: 'result.json',
} as const;
