/** Shows steps: one line per step, rewritten in place on a terminal, plain lines in a log. */
export class Progress {
  constructor(stream = process.stdout) {
    this.stream = stream;
    this.live = Boolean(stream.isTTY) && !process.env.CI;
  }

  /** Runs one step. `work` gets `say(text)` for news while it lasts, and `note(text)` for the closing line. */
  async step(label, work) {
    const begun = performance.now();
    let closing = '';
    let announced = false;
    const announce = () => {
      announced = true;
      this.stream.write(this.live ? `  … ${label}` : `  … ${label}\n`);
    };
    // In a log a quick step needs one line only; a slow one says at once what is being waited for.
    const timer = this.live ? undefined : setTimeout(announce, 1000);
    if (this.live) announce();
    const say = (text) => {
      if (this.live) this.#rewrite(`  … ${label}: ${text}`);
      else if (announced) this.stream.write(`    ${text}\n`);
    };
    try {
      const result = await work({ say, note: (text) => (closing = ` (${text})`) });
      this.#finish(`  ✓ ${label}${closing}  ${seconds(performance.now() - begun)}`);
      return result;
    } catch (error) {
      this.#finish(`  ✗ ${label}`);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  line(text = '') {
    this.stream.write(`${text}\n`);
  }

  #finish(text) {
    if (this.live) this.#rewrite(text);
    else this.stream.write(text);
    this.stream.write('\n');
  }

  #rewrite(text) {
    const width = (this.stream.columns ?? 80) - 1;
    this.stream.write(`\r\u001b[2K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
  }
}

export function seconds(milliseconds) {
  const value = milliseconds / 1000;
  return value < 60 ? `${value.toFixed(1)} s` : `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`;
}
