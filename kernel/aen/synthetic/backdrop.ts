import type { Random } from "../../random/random.js";

/**
 * The background behind a person: an even wall at difficulty 0, soft patches of light and out-of-focus objects
 * with growing difficulty.
 * @returns `[side, side, 3]`
 */
export function paintBackdrop(side: number, difficulty: number, random: Random): Uint8Array {
  const grey = random.between(70, 205);
  const [top, bottom] = [0, 1].map(() => {
    const value = grey + random.normal() * 25;
    return [0, 1, 2].map(() => value + random.normal() * 12);
  });
  const patches = Array.from({ length: Math.round(12 * difficulty) }, () => {
    const value = random.between(30, 230);
    return {
      colour: [0, 1, 2].map(() => value + random.normal() * 14),
      x: random.unit(),
      y: random.unit(),
      width: random.between(0.06, 0.35),
      height: random.between(0.06, 0.5),
      strength: random.between(0.3, 0.9),
    };
  });
  const coarse = 48;
  const colours = new Float32Array(coarse * coarse * 3);
  const soft = (distance: number) => Math.min(1, Math.max(0, (1.15 - distance) / 0.3));
  for (let i = 0; i < coarse * coarse; i++) {
    const [u, v] = [(i % coarse) / (coarse - 1), Math.floor(i / coarse) / (coarse - 1)];
    for (let c = 0; c < 3; c++) colours[i * 3 + c] = top[c] * (1 - v) + bottom[c] * v;
    for (const { colour: to, x, y, width, height, strength } of patches) {
      const share = strength * soft(Math.abs(u - x) / width) * soft(Math.abs(v - y) / height);
      for (let c = 0; c < 3; c++) colours[i * 3 + c] += (to[c] - colours[i * 3 + c]) * share;
    }
  }
  return enlarge(colours, coarse, side);
}

function enlarge(colours: Float32Array, coarse: number, side: number): Uint8Array {
  const data = new Uint8Array(side * side * 3);
  const step = (coarse - 1) / side;
  for (let y = 0, to = 0; y < side; y++) {
    const row = Math.floor(y * step);
    const down = y * step - row;
    for (let x = 0; x < side; x++, to += 3) {
      const column = Math.floor(x * step);
      const right = x * step - column;
      for (let c = 0, at = (row * coarse + column) * 3; c < 3; c++, at++) {
        const below = at + coarse * 3;
        const above = colours[at] + (colours[at + 3] - colours[at]) * right;
        const value = above + (colours[below] + (colours[below + 3] - colours[below]) * right - above) * down;
        data[to + c] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  return data;
}
