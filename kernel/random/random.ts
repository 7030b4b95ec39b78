import { requireSeed } from "./requireSeed.js";

/**
 * Seeded random numbers: the same keys give the same draws on every machine. Each unit of work (one clip in one
 * epoch) gets its own generator, so that its draws depend neither on the order of the work nor on the number of
 * workers.
 */
export class Random {
  readonly #state: Uint32Array;

  /**
   * @param keys what the draws are for, most general first, e.g. `new Random(seed, "epoch", 3)`
   * @throws RangeError for a number that is not finite
   */
  constructor(...keys: readonly (number | string)[]) {
    keys.forEach(requireSeed);
    const start = hash(keys);
    this.#state = Uint32Array.from([1, 2, 3, 4], (n) => scramble(start + Math.imul(n, 0x9e3779b9)));
    for (let i = 0; i < 12; i++) this.#next();
  }

  /** Uniform in [0, 1), 32 bits. */
  unit(): number {
    return this.#next() / 4294967296;
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** An integer in 0..below-1. */
  integer(below: number): number {
    return Math.floor(this.unit() * below);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Normally distributed with mean 0 and standard deviation 1 (Box and Muller). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.unit()));
    return radius * Math.cos(2 * Math.PI * this.unit());
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.integer(items.length)];
  }

  /** A copy in random order (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const mixed = [...items];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  }

  /** One step of sfc32 (C. Doty-Humphrey, PractRand). */
  #next(): number {
    const s = this.#state;
    const result = (s[0] + s[1] + s[3]) >>> 0;
    s[3] = s[3] + 1;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = s[2] + (s[2] << 3);
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + result;
    return result;
  }
}

/** FNV-1a over the keys with separators, so that ("ab", "c") and ("a", "bc") differ. */
function hash(keys: readonly (number | string)[]): number {
  let value = 2166136261;
  for (const character of JSON.stringify(keys)) {
    value = Math.imul(value ^ character.codePointAt(0)!, 16777619);
  }
  return value;
}

/** The finaliser of MurmurHash3. */
function scramble(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
