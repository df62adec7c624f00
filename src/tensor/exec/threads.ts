/** What runs a part of the engine's work beside the thread that asks for it: a worker of Node or of a browser. */
export interface Thread {
  /** What is posted can be cloned, memories and modules among it. */
  post(message: unknown): void;
  /** Tells once when it has ended, whatever it ended by. */
  onEnd(listener: () => void): void;
  /** It is not needed any more, and has gone back to listening. */
  dismiss(): void;
}

/** A machine's threads. They are up when they are hired, or come up by themselves: whoever waits for them may block. */
export interface Threads {
  /** The most that pay: its processors. */
  readonly most: number;
  /** Undefined if all that there are have work: whoever asks then does without. */
  hire(): Thread | undefined;
}
