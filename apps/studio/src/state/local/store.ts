/** What the browser keeps for this page. Where that is denied (private windows, blocked cookies, full), nothing is kept and nothing fails. */
export const local = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(`neumann.${key}`);
    } catch {
      return null;
    }
  },
  /** Whether it is kept. */
  write(key: string, text: string): boolean {
    try {
      localStorage.setItem(`neumann.${key}`, text);
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(`neumann.${key}`);
    } catch {
      // Nothing was kept.
    }
  },
};
