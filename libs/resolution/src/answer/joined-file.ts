import { createHash } from 'node:crypto';

/** A checked file that comes with an answer. Two requests are the same when name and content are. */
export class JoinedFile {
  readonly sha256: string;

  constructor(
    readonly filename: string,
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
  }

  /** What an idempotency key remembers of it. */
  toJSON(): object {
    return { filename: this.filename, sha256: this.sha256 };
  }
}
