import { compareFixture } from "../../kernel/aen/parity/compareFixture.js";
import { hashName, bitsAt } from "../../kernel/random/deterministicValues.js";
import type { Fixture } from "../../kernel/aen/parity/fixture.js";
import { lossTolerance, recordTolerance } from "../../kernel/aen/parity/tolerance.js";
import type { ArrayValue } from "../../kernel/engine/contract.js";
import { readFixture } from "../parity/fixtures.js";

const draws = Number(process.env.DRAWS ?? 3);
const steps = Number(process.env.STEPS ?? 16);

/**
 * Whether what lies between us and the records at the published sizes is rounding: the whole comparison again with
 * every pixel of the clips moved by up to STEPS (16) steps of float32, up or down at random, which moves the forward
 * pass about as far as float32 moves it from float64. A mistake would be off by the same in every draw; rounding is
 * off by something else each time. One JSON line for each record that one of the draws
 * puts outside SPEC.md's plain rule (section 10), with the deviations of all draws, the first with clips as they are.
 */
export async function bench(): Promise<void> {
  const fixture = readFixture("full");
  const runs = [];
  for (let draw = 0; draw <= draws; draw += 1) {
    const clips = draw === 0 ? undefined : (given: ArrayValue) => lastBitsMoved(given, draw);
    runs.push(await compareFixture(fixture, { clips }));
  }
  for (const [index, { group, record, tolerance }] of runs[0].entries()) {
    const deviations = runs.map((run) => run[index].deviation);
    const plain = plainTolerance(fixture, group, record) ?? tolerance;
    if (deviations.every((deviation) => deviation <= plain)) continue;
    const figures = { plain, tolerance, deviations };
    console.log(JSON.stringify({ bench: "parity-rounding", group, record, ...figures }, short));
  }
}

/** SPEC.md's plain rule for the records that have a wider one at the published sizes. */
function plainTolerance(fixture: Fixture, group: string, record: string): number | undefined {
  if (group === "gradients") return recordTolerance(fixture.gradients[record]);
  return group.endsWith("stepLosses") ? lossTolerance : undefined;
}

function lastBitsMoved(clips: ArrayValue, draw: number): ArrayValue {
  const data = Float32Array.from(clips.data);
  const bits = new Uint32Array(data.buffer);
  const hash = hashName(`last bits ${draw}`);
  for (let i = 0; i < bits.length; i += 1) {
    if (data[i] > 1e-3) bits[i] += (bitsAt(hash, i) % (2 * steps + 1)) - steps;
  }
  return { ...clips, data };
}

function short(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(2)) : value;
}
