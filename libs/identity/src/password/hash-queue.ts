import { Refusal } from '@amiable/kernel';

/** So many people sign in at this moment that the next would wait too long. */
export class SignInBusy extends Refusal {
  constructor() {
    super('TOO_MANY_TRIES', { retryAfterSeconds: 10 });
  }
}

/** Lets few slow works run at once and the others wait in line; a line too long is refused, else sign-in is the door of a flood. */
export class HashQueue {
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(
    private readonly atOnce: number,
    private readonly longest: number,
  ) {}

  /** Throws SignInBusy when the line is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running++;
    else if (this.waiting.length >= this.longest) throw new SignInBusy();
    else await new Promise<void>((start) => this.waiting.push(start)); // the place is handed over by the one who leaves
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

/** One line per process: each hash takes 19 MiB and a core. */
export const hashQueue = new HashQueue(4, 200);
