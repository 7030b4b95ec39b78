/**
 * Numbers that depend only on a name and an index: a 32-bit hash of both (SPEC.md, section 9). They are stateless,
 * so any part of a long stream can be regenerated, in any order.
 */

/** FNV-1a over the UTF-8 bytes of a name. */
export function hashName(name: string): number {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}

/** MurmurHash3's finaliser. */
export function mixBits(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 32 bits for element `index` of the stream `hash`, see {@link hashName}. */
export function bitsAt(hash: number, index: number): number {
  return mixBits((mixBits(index) + hash) | 0);
}

/** In [-1, 1), 24 bits. */
export function signedAt(hash: number, index: number): number {
  return ((bitsAt(hash, index) >>> 8) - 8388608) / 8388608;
}

/** In [0, 1), 24 bits. */
export function unitAt(hash: number, index: number): number {
  return (bitsAt(hash, index) >>> 8) / 16777216;
}

/** Standard normal (Box-Muller), from numbers 2·index and 2·index+1 of the stream. */
export function normalAt(hash: number, index: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - unitAt(hash, 2 * index)));
  return radius * Math.cos(2 * Math.PI * unitAt(hash, 2 * index + 1));
}
