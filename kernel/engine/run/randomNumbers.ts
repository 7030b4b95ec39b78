import { type Draw, drawCount } from "../trace/randomDraws.js";

/** Fills the inputs for a step's random draws; the same seed and run number give the same numbers on every device. */
export function drawNumbers(draw: Draw, seed: number, run: number): Float32Array {
  const next = generator(seed, run, draw.input);
  const numbers = new Float32Array(drawCount(draw));
  if (draw.distribution === "uniform") {
    for (let i = 0; i < numbers.length; i++) numbers[i] = next();
    return numbers;
  }
  const limit = draw.distribution === "truncatedNormal" ? 2 : Infinity;
  for (let i = 0; i < numbers.length; i++) {
    do numbers[i] = normal(next);
    while (Math.abs(numbers[i]) > limit);
  }
  return numbers;
}

/** 24-bit numbers in [0, 1), from MurmurHash3's finaliser applied to a counter. */
function generator(seed: number, run: number, name: string): () => number {
  let state = mixed(Math.imul(seed | 0, 0x9e3779b1) ^ mixed(run + 1));
  for (const letter of name) state = mixed(state ^ letter.charCodeAt(0));
  let counter = 0;
  return () => (mixed(state + Math.imul(++counter, 0x9e3779b9)) >>> 8) / 16777216;
}

function mixed(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 0;
}

function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
