export type NoticeKind = 'info' | 'good' | 'warn' | 'bad';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  /** What can be done about it, at a button; it stays until that is done or it is dismissed. */
  readonly action?: NoticeAction;
}

export interface NoticeAction {
  readonly text: string;
  do(): void;
}

/** Time to read what needs no answer; what went wrong stays until it is dismissed. */
const FLEETING_MS = 6000;

/** Sentences that the page has to say, the newest last. */
class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #last = 0;

  /** Its number, by which it can be dismissed. */
  say(kind: NoticeKind, text: string, action?: NoticeAction): number {
    const id = ++this.#last;
    this.list = [...this.list.filter((notice) => notice.text !== text), { id, kind, text, action }].slice(-4);
    if (!action && (kind === 'info' || kind === 'good')) setTimeout(() => this.dismiss(id), FLEETING_MS);
    return id;
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
