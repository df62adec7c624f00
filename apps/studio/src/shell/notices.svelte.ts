export type NoticeKind = 'info' | 'good' | 'warn' | 'bad';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
}

/** Time to read what needs no answer; what went wrong stays until it is dismissed. */
const FLEETING_MS = 6000;

/** Sentences that the page has to say, the newest last. */
class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #last = 0;

  say(kind: NoticeKind, text: string): void {
    const id = ++this.#last;
    this.list = [...this.list.filter((notice) => notice.text !== text), { id, kind, text }].slice(-4);
    if (kind === 'info' || kind === 'good') setTimeout(() => this.dismiss(id), FLEETING_MS);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}

export const notices = new Notices();
