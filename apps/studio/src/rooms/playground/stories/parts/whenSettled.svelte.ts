/** Milliseconds without a change before something is worked out anew: a slider on its way does not start it at every place. */
const QUIET = 350;

/** Runs `work` once what is read has stood still for a moment, and whenever it changed: at first at once. For components. */
export function whenSettled(read: () => readonly unknown[], work: () => void): void {
  let before = '';
  $effect(() => {
    const key = JSON.stringify(read());
    if (key === before) return;
    const wait = before === '' ? 0 : QUIET;
    const timer = setTimeout(() => {
      before = key;
      work();
    }, wait);
    return () => clearTimeout(timer);
  });
}
