/** Words of the language, and globals that the file itself uses. */
const TAKEN =
  `break case catch class const continue debugger default delete do else enum export extends false finally for function
  if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await
  async of implements interface package private protected public undefined NaN Infinity arguments eval
  Array Boolean Date Float32Array Float64Array Map Math Number Object RangeError Record String Uint8Array atob
  Prediction Row Vector Numbers Weights round named predict predictAll prepare codes network nets row features x`.split(
    /\s+/,
  );

/** Gives out identifiers, each only once. */
export type Names = (text: string) => string;

export function createNames(taken: Iterable<string>): Names {
  const used = new Set([...TAKEN, ...taken]);
  return (text) => {
    const wanted = identifier(text);
    let name = wanted;
    for (let i = 2; used.has(name); i++) name = `${wanted}${i}`;
    used.add(name);
    return name;
  };
}

/** Any text as an identifier in camelCase: `output.body mass` becomes outputBodyMass. */
function identifier(text: string): string {
  const words = text.split(/[^\p{ID_Continue}]+|_+/u).filter((word) => word !== '');
  const [first = 'value', ...rest] = words;
  const name = first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capitalised).join('');
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
