import * as tf from "@tensorflow/tfjs-core";
import type { PresetName } from "../../kernel/aen/model/presets.js";
import { aenStep } from "./engine/aenStep.js";
import { traceOf } from "./engine/stepFlop.js";
import { markdownTable, publish } from "./gpu/generatedTable.js";
import { launchesOf, type Launch } from "./gpu/deviceCounts.js";
import { cards, leastSeconds, shareOfLaunches } from "./gpu/roofline.js";

const presets: readonly PresetName[] = ["tiny", "small", "published"];

/**
 * Computed, not measured: the kernels that a training step on two clips launches on a graphics card through WebGPU, the bytes that
 * they move, and the least time that this takes on cards as their data sheets describe them. One JSON line a preset (with the
 * operators launched most), then a Markdown table; WRITE=1 puts it into the engine's page.
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  const rows: string[][] = [];
  for (const preset of presets) {
    const launches = await launchesOfStep(preset);
    console.log(
      JSON.stringify({ bench: "gpu", preset, launches: launches.length, operators: byOperator(launches) }),
    );
    rows.push([preset, ...figuresOf(launches)]);
  }
  const times = cards.map(({ name }) => `${name}: least ms, launches' share`);
  publish("launches", markdownTable(["step", "launches", "GB moved", "GFLOP", ...times], rows));
}

async function launchesOfStep(preset: PresetName): Promise<Launch[]> {
  const prepared = aenStep(preset, "full", { device: "webgpu" });
  const { outputs, state } = traceOf(prepared, { provider: "webgpu" });
  await prepared.close();
  return launchesOf([...outputs.map(({ value }) => value), ...state.flatMap(({ next }) => next ?? [])]);
}

function figuresOf(launches: readonly Launch[]): string[] {
  const sum = (key: "bytes" | "flop") => launches.reduce((total, launch) => total + launch[key], 0) / 1e9;
  const onCards = cards.map((card) => {
    const milliseconds = 1000 * leastSeconds(launches, card);
    return `${milliseconds.toPrecision(2)}, ${Math.round(100 * shareOfLaunches(launches, card))} %`;
  });
  return [String(launches.length), sum("bytes").toPrecision(2), sum("flop").toPrecision(2), ...onCards];
}

function byOperator(launches: readonly Launch[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { operator } of launches) counts.set(operator, (counts.get(operator) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
