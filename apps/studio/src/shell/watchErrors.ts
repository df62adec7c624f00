import { speech } from '../words/speech.svelte.ts';
import { notices } from './notices.svelte.ts';

/** What no boundary caught is said too, and changes nothing of what was set. Ends by the function given back. */
export function watchErrors(): () => void {
  const unloaded = new Set<unknown>();
  const say = (error: unknown) => {
    const { loading, stray } = speech.words.shell.failure;
    const message = error instanceof Error ? error.message : String(error);
    notices.say('bad', unloaded.has(error) ? loading : stray(message));
  };
  const onUnloaded = ({ payload }: VitePreloadErrorEvent) => unloaded.add(payload);
  const onError = ({ error, message }: ErrorEvent) => !isHarmless(message) && say(error ?? message);
  const onRejection = ({ reason }: PromiseRejectionEvent) => say(reason);
  window.addEventListener('vite:preloadError', onUnloaded);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('vite:preloadError', onUnloaded);
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}

/** Said by browsers when a picture is measured again in the frame in which it changed its size. */
const isHarmless = (message: string) => message.startsWith('ResizeObserver loop');
