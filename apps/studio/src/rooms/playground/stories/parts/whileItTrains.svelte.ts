import { lanes } from '../../../../run/lanes.svelte.ts';

/** Milliseconds between two looks at a run that goes on. */
const REST = 350;

/** Asks lane A whenever its weights are others than at the last look; one question at a time, and with rests. For components. */
export function whileItTrains(look: () => Promise<void>): void {
  let seen = '';
  let busy = false;
  const check = async () => {
    const { frame, opened } = lanes.a;
    if (!opened || busy) return;
    const key = `${frame?.generation ?? 0} ${frame?.step ?? 0} ${frame?.edited ?? false}`;
    if (key === seen) return;
    busy = true;
    seen = key;
    await look();
    busy = false;
  };
  $effect(() => {
    void check();
    const timer = setInterval(() => void check(), REST);
    return () => clearInterval(timer);
  });
}
