import type { Random } from "../../../kernel/random/random.js";

/** Values that a careless reader stumbles over. */
const strange: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    0.5,
    1e308,
    -1e308,
    2 ** 53,
    "",
    "\ud800",
    "x".repeat(5000),
    "__proto__",
    "../../..",
    "/dev/zero",
  ],
  ...[[], {}, [[[[]]]], [null], { length: -1 }, { toString: 1, valueOf: 1 }, [1, [2]], { constructor: null }],
];

/** Bytes with some changed, cut off, repeated or moved. */
export function mutatedBytes(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let change = random.integer(8); change >= 0; change--)
    copy[random.integer(copy.length)] = random.integer(256);
  if (random.chance(0.25)) return copy.subarray(0, random.integer(copy.length));
  if (random.chance(0.25)) return Buffer.concat([copy.subarray(random.integer(copy.length)), copy]);
  return copy;
}

/** A JSON text with some values replaced by strange ones, or left out, or mutated as bytes are. */
export function mutatedJson(random: Random, value: unknown): Buffer {
  let changed = structuredClone(value);
  for (let change = random.integer(3); change >= 0; change--) changed = withStrange(random, changed);
  const bytes = Buffer.from(JSON.stringify(changed));
  return random.chance(0.2) ? mutatedBytes(random, bytes) : bytes;
}

function withStrange(random: Random, value: unknown): unknown {
  const isHolder = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  if (!isHolder || random.chance(0.15)) return structuredClone(random.pick(strange));
  const holder = value as Record<string, unknown>;
  const key = random.pick(Object.keys(holder));
  if (random.chance(0.05)) delete holder[key];
  else holder[key] = withStrange(random, holder[key]);
  return holder;
}
