import type { ModelConfiguration } from "../model/configuration.js";
import { bitsAt, hashName, signedAt, unitAt } from "../../random/deterministicValues.js";
import type { Parameter } from "../model/parameterList.js";

/** Weights and clips that any program can reproduce bit for bit (SPEC.md, section 9). */

/** The generated value of a parameter, in the published order. */
export function generatedValues(parameter: Parameter, prefix: string): Float32Array {
  const { centre, amplitude } = generatorLaw(parameter);
  const hash = hashName(`${prefix}/${parameter.name}`);
  const values = new Float32Array(parameter.shape.reduce((a, b) => a * b, 1));
  for (let i = 0; i < values.length; i += 1) values[i] = centre + amplitude * signedAt(hash, i);
  return values;
}

/** The centre and amplitude of the generated weights of a parameter. */
export function generatorLaw({ name, shape }: Parameter): { centre: number; amplitude: number } {
  const fanIn = shape.slice(1).reduce((a, b) => a * b, 1);
  if (name.endsWith(".gamma")) return { centre: 1, amplitude: 0.25 };
  if (name.endsWith(".runningVar")) return { centre: 1, amplitude: 0.5 };
  if (/\.(runningMean|classToken|position)$/.test(name)) return { centre: 0, amplitude: 0.25 };
  if (/\.(beta|bias)$/.test(name)) return { centre: 0, amplitude: 0.125 };
  if (name === "head.frame.weight") return { centre: 0, amplitude: 2 ** -9 };
  return { centre: 0, amplitude: Math.fround(Math.sqrt(gain(name) / fanIn)) };
}

function gain(name: string): number {
  if (name.startsWith("spatial.tap")) return 0.75;
  if (name.startsWith("spatial.")) return 6;
  if (/\.(attention\.out|feedForward\.contract)\.weight$/.test(name)) return 0.046875;
  if (/^fusion\.query(Low|High)\.weight$/.test(name)) return 192;
  return 3;
}

/** Clips in the published order: `[batch, frames, 3, size, size]` in [0, 1). */
export function generatedClips(
  name: string,
  batch: number,
  { frames, size }: ModelConfiguration,
): Float32Array {
  const grid = size / 16;
  const hashes = ["frame", "coarse", "fine"].map((scale) => hashName(`${name}/${scale}`));
  const values = new Float32Array(batch * frames * 3 * size * size);
  let index = 0;
  for (let plane = 0; plane < batch * frames * 3; plane += 1) {
    const offset = 0.5 * unitAt(hashes[0], plane);
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        const cell = (plane * grid + Math.floor(y / 16)) * grid + Math.floor(x / 16);
        const fine = (plane * size + y) * size + x;
        values[index++] = offset + 0.375 * unitAt(hashes[1], cell) + 0.125 * unitAt(hashes[2], fine);
      }
    }
  }
  return values;
}

/** The sum modulo 2³² of the bit patterns of float32 values. */
export function bitSum(values: Float32Array): number {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let sum = 0;
  for (const pattern of bits) sum = (sum + pattern) >>> 0;
  return sum;
}

/** Which entries of a tensor of `size` entries a fixture holds: all, or the first, the last and random ones. */
export function sampleIndices(size: number, count: number): number[] {
  if (size <= count) return Array.from({ length: size }, (_, i) => i);
  const hash = hashName("sample-indices");
  const drawn = Array.from({ length: count - 2 }, (_, j) => bitsAt(hash, j + 2) % size);
  return [0, size - 1, ...drawn];
}

/** `[n, channels, height, width]` planes to `[n, height, width, channels]`, or back with `inverse`. */
export function channelsLast(
  values: Float32Array,
  channels: number,
  area: number,
  inverse = false,
): Float32Array {
  const result = new Float32Array(values.length);
  const images = values.length / (channels * area);
  for (let n = 0; n < images; n += 1) {
    const base = n * channels * area;
    for (let c = 0; c < channels; c += 1) {
      for (let a = 0; a < area; a += 1) {
        const first = base + c * area + a;
        const last = base + a * channels + c;
        if (inverse) result[first] = values[last];
        else result[last] = values[first];
      }
    }
  }
  return result;
}
