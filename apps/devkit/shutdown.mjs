/** api and worker first, side by side; then what they lean on; the database last. */
const order = [['note', 'migrate', 'demo', 'api', 'worker'], ['mail-catcher', 'local-stripe'], ['PostgreSQL']];

/** Gathers what was started, hears the signals, and stops everything in order, once. */
export class Shutdown {
  #progress;
  #stops = new Map();
  #want;
  #fail;
  #hurry = false;
  #running;
  /** Settles when somebody asks to stop; rejects when a part died by itself. */
  wanted = new Promise((resolve, reject) => {
    this.#want = resolve;
    this.#fail = reject;
  });

  constructor(progress) {
    this.#progress = progress;
    this.wanted.catch(() => {}); // heard by whoever waits for it, perhaps a little later
    let first = 0;
    const onSignal = () => {
      first ||= Date.now();
      // On a terminal one Ctrl-C may arrive twice (from it and from the launcher); a later one means it.
      if (Date.now() - first > 1000 && !this.#hurry) {
        this.#hurry = true;
        for (const stop of this.#stops.values()) void stop({ hurry: true });
      }
      this.#want();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  }

  get isRunning() {
    return this.#running !== undefined;
  }

  add(name, stop) {
    // Something that came up while everything else was already going down.
    if (this.#running) void stop({ hurry: true });
    this.#stops.set(name, stop);
  }

  fail(error) {
    this.#fail(error);
  }

  /** Answers `code`, or 1 when something would not stop. */
  run(code) {
    this.#running ??= this.#stopAll(code);
    return this.#running;
  }

  async #stopAll(code) {
    if (this.#stops.size === 0) return code;
    this.#progress.line();
    let result = code;
    await this.#progress.step('Stop everything', async () => {
      for (const names of order) {
        const stops = names.map((name) => this.#stops.get(name)?.({ hurry: this.#hurry }));
        for (const { status, reason } of await Promise.allSettled(stops)) {
          if (status === 'rejected') {
            this.#progress.line(`  ! ${reason.message}`);
            result = 1;
          }
        }
      }
    });
    return result;
  }
}
