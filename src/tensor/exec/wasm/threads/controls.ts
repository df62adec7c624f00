/**
 * Words in the first bytes of shared memory by which threads tell one another what to do, in bytes from its beginning; each in a cache
 * line of its own. All begin at 0.
 */
export const controls = {
  /** How many threads have come to the present barrier. */
  arrived: 64,
  /** How many barriers have been passed. */
  passed: 128,
  /** How many threads sleep at the present barrier. */
  sleeping: 192,
  /** 1: something has gone wrong; everyone leaves their work. */
  broken: 256,
  /** How many commands have been given. */
  commands: 320,
  /** The last one: the number of the program to run, or `listen`. */
  command: 384,
  /** How many threads sleep until the next command. */
  waiting: 448,
  /** How many times a thread has become ready for commands. */
  ready: 512,
  /** How many times a thread has finished a command. */
  finished: 576,
  /** 1: the session has failed; threads that work go back to the event loop, whatever the command. */
  over: 640,
} as const;

/** Bytes that they take. */
export const controlBytes = 704;

/** The command to go back to the event loop, where messages are received. */
export const listen = -1;

/** Rounds to look again before a thread goes to sleep: some 100 microseconds, twice what waking it would take. */
export const spins = 20_000;

/** Milliseconds after which threads that wait for another one take it for dead, unless said. */
export const usualPatience = 30_000;
