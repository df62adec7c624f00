import { untrack } from 'svelte';
import { numberText } from '../charts/numberText.ts';
import { lanes } from '../run/lanes.svelte.ts';
import { isOwn } from '../state/local/kept.ts';
import { noteReached, reachedSteps } from '../state/local/reached.ts';
import { studio } from '../state/studio.svelte.ts';
import { speech } from '../words/speech.svelte.ts';
import { notices } from './notices.svelte.ts';

/** So long a page that was just opened trains without being asked. */
const AT_ONCE_MS = 1000;

/**
 * Brings a run back to where it was before a reload. It is trained again, to the same bits: at once as far as that goes in a second, and the
 * rest when it is asked for. Notes how far it is for the next time. Called while a component is made; ends with it.
 */
export function resumeRun(): void {
  const plain = location.hash.length <= 1;
  /** Where it was, until it is there again or another run has begun. */
  let before = $state.raw<{ readonly run: string; readonly steps: number } | null>(null);
  let begun = $state(false);
  let offer = 0;
  let timer = 0;

  $effect(() => {
    if (begun || !lanes.ready) return;
    begun = true;
    const steps = untrack(() => reachedSteps(lanes.run, plain));
    if (steps === 0) return;
    before = { run: lanes.run, steps };
    untrack(() => lanes.step(steps));
    timer = window.setTimeout(rest, AT_ONCE_MS);
  });
  /** What takes longer is for the person to say. */
  function rest() {
    if (!before || lanes.playing) return;
    lanes.pause();
    const { steps } = before;
    const { text, train } = speech.words.shell.resume;
    const action = { text: train, do: () => lanes.step(steps - lanes.steps) };
    offer = notices.say('info', text(placeOf(steps)), action);
  }
  $effect(() => {
    if (!before || !lanes.ready) return;
    if (lanes.run === before.run && lanes.steps < before.steps && !lanes.ended) return;
    before = null;
    clearTimeout(timer);
    untrack(() => notices.dismiss(offer));
  });

  /** On the way there it is not noted that it is not there yet. */
  function note() {
    if (!begun || before || !lanes.ready) return;
    noteReached({ run: lanes.run, steps: lanes.edited ? 0 : lanes.steps }, isOwn(studio.scenario));
  }
  $effect(() => {
    if (lanes.ahead.told.frame && !lanes.playing && !lanes.busy) note();
  });
  $effect(() => {
    window.addEventListener('pagehide', note);
    return () => {
      window.removeEventListener('pagehide', note);
      clearTimeout(timer);
    };
  });
}

/** Whole epochs, where they are whole. */
function placeOf(steps: number): string {
  const { epoch, step } = speech.words.shell.resume;
  const epochs = steps / lanes.stepsPerEpoch;
  return Number.isInteger(epochs) ? epoch(numberText(epochs, 9)) : step(numberText(steps, 9));
}
