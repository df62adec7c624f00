/** Texts by name. Where keeping is denied (private windows, blocked cookies, full), nothing is kept and nothing fails. */
function storeOf(storage: () => Storage) {
  return {
    read(key: string): string | null {
      try {
        return storage().getItem(`neumann.${key}`);
      } catch {
        return null;
      }
    },
    /** Whether it is kept. */
    write(key: string, text: string): boolean {
      try {
        storage().setItem(`neumann.${key}`, text);
        return true;
      } catch {
        return false;
      }
    },
    remove(key: string): void {
      try {
        storage().removeItem(`neumann.${key}`);
      } catch {
        // Nothing was kept.
      }
    },
  };
}

/** What the browser keeps for this page. */
export const local = storeOf(() => localStorage);

/** What it keeps for this tab alone, over reloads. */
export const session = storeOf(() => sessionStorage);
