import { readdirSync } from "node:fs";
import { clipBatches } from "../../../kernel/aen/batches/clipBatches.js";
import { frameCache } from "../../../kernel/aen/batches/loading/frameCache.js";
import { clipsFromDataset } from "../../../kernel/aen/sources/datasets/fromDataset.js";

/** Opens a data set in this process and reads batches of it; prints times, memory and open files as JSON. */
const [name, folder, batches] = process.argv.slice(2);
const base = process.memoryUsage.rss();
const used = process.cpuUsage();
const began = performance.now();
const clips = await clipsFromDataset(name, folder, { split: "train", fold: name === "DFEW" ? 1 : undefined });
const opened = performance.now();
const { user, system } = process.cpuUsage(used);
const openMegabytes = (process.memoryUsage.rss() - base) / 1e6;
const wanted = batches === "all" ? Math.floor(clips.length / 16) : Number(batches);
const parts: { framesPerSecond: number; megabytes: number; handles: number }[] = [];
let [firstBatch, read, megabytes, handles] = [0, 0, 0, 0];
let from = { read: 0, at: performance.now() };
for await (const batch of clipBatches(clips, { batch: 16, frames: 16, mode: "train", cache: true })) {
  if (read === 0) firstBatch = performance.now() - opened;
  megabytes = Math.max(megabytes, (process.memoryUsage.rss() - frameCache.used) / 1e6);
  handles = Math.max(handles, openHandles());
  void batch;
  if (++read >= ((parts.length + 1) * wanted) / 5) endPart();
  if (read === wanted) break;
}
const cpu = process.cpuUsage(used);
console.log(
  JSON.stringify({
    ...{ clips: clips.length, openSeconds: (opened - began) / 1000, openCpuSeconds: (user + system) / 1e6 },
    ...{ openMegabytes, firstBatchSeconds: firstBatch / 1000, frames: read * 256 },
    ...{ passSeconds: (performance.now() - opened) / 1000, cpuSeconds: (cpu.user + cpu.system) / 1e6 },
    ...{ keptMegabytes: frameCache.used / 1e6, parts },
  }),
);
process.exit(0);

/** The most of a fifth of the pass. */
function endPart(): void {
  const now = performance.now();
  const framesPerSecond = Math.round(((read - from.read) * 256_000) / (now - from.at));
  parts.push({ framesPerSecond, megabytes: Math.round(megabytes), handles });
  from = { read, at: now };
  [megabytes, handles] = [0, 0];
}

function openHandles(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return NaN;
  }
}
