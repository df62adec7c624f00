/** A file's name from words: letters and digits of any script, the rest hyphens. */
export const fileName = (words: string, ending: string): string => {
  const name = words
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return `${name || 'neumann'}.${ending}`;
};
