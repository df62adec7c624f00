/**
 * Imported before the command: says on standard error when the first program of the engine has been run, which is the first gradient. It
 * looks at WebAssembly alone, so that it serves any revision, bundled or not.
 */
import { tell } from './tell.js';

const { Instance } = WebAssembly;

WebAssembly.Instance = function (module, imports) {
  const { exports } = new Instance(module, imports);
  const wrapped = Object.entries(exports).map(([name, value]) => [
    name,
    typeof value === 'function' ? telling(value) : value,
  ]);
  return { exports: Object.fromEntries(wrapped) };
};

let told = false;

function telling(run) {
  return (...args) => {
    const result = run(...args);
    if (!told) tell('first gradient');
    told = true;
    return result;
  };
}
