import { readFileSync, writeFileSync } from "node:fs";
import { Random } from "../../../../../kernel/random/random.js";

/** Flips 8 bytes at each of some places in the pictures of a video; the places are spread evenly. */
export function damage(file: string, to: string, places: number): string {
  const bytes = readFileSync(file);
  const random = new Random("damage", places);
  const [from, length] = [bytes.length * 0.2, bytes.length * 0.7];
  for (let place = 0; place < places; place++) {
    const at = Math.floor(from + ((place + 0.5) / places) * length);
    for (let offset = 0; offset < 8; offset++) bytes[at + offset] ^= 1 + random.integer(255);
  }
  writeFileSync(to, bytes);
  return to;
}
