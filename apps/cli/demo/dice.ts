import { readReference } from '@amiable/kernel';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Chance that repeats itself: the same seed throws the same dice (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, but not, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** Picks by weight. */
  weighted<T>(list: ReadonlyArray<readonly [T, number]>): T {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of list) if ((left -= weight) < 0) return value;
    return list.at(-1)![0];
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 9)).join('');
  }

  hex(count: number): string {
    return Array.from({ length: count }, () => this.whole(0, 15).toString(16)).join('');
  }

  /** A uuid of version 7 that belongs to a day (days since 1970), so that rows of one time lie together. */
  id(day: number): string {
    const time = (day * 86_400_000 + this.whole(0, 86_399_999)).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${this.hex(3)}-${(8 + this.whole(0, 3)).toString(16)}${this.hex(3)}-${this.hex(12)}`;
  }

  /** A case reference as `newReference` makes them, with its check character. */
  reference(): string {
    const body = Array.from({ length: 11 }, () => crockford[this.whole(0, 31)]).join('');
    for (const check of crockford) {
      const reference = readReference(body + check);
      if (reference) return reference;
    }
    throw new Error(`no check character fits ${body}`);
  }
}
