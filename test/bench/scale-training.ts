import * as tf from "@tensorflow/tfjs-core";
import { markdownTable, publish } from "./gpu/generatedTable.js";
import { dryRun, withPictures } from "./scaleTraining/dryRun.js";
import { machines } from "./scaleTraining/machines.js";
import { clusterNeeds, projected, type ClusterNeeds, type Projection } from "./scaleTraining/projection.js";

const batches = Number(process.env.BATCHES ?? 6);

/**
 * Where the time goes of a training of the size of DFEW (16,000 clips) with the published settings, without its arithmetic: clips
 * are read and prepared as ever while the engine is replaced by a wait of the time it takes on two cores (measured elsewhere:
 * STEP_SECONDS), on a laptop's card and on an H100 (computed). One JSON line a dry run, which this machine's processor limits, then
 * a table computed from the processor time of reading a clip, and one for a study of 64 runs on 64 cards. BATCHES=6 says how
 * many batches of 32 clips a dry run has; WRITE=1 puts the tables into the engine's page.
 */
export async function bench(): Promise<void> {
  await tf.setBackend("cpu");
  const all = await machines();
  await withPictures(async (files, frameBytes) => {
    await dryRun(files, 1, 0); // starts the threads
    const { loadingSeconds } = await dryRun(files, batches, 0);
    for (const { name, clipSeconds } of all.slice(1)) {
      const result = await dryRun(files, batches, clipSeconds);
      row({ what: `dry run here, ${name}`, engineClipsPerSecond: 1 / clipSeconds, ...result });
    }
    const projections = all.map((machine) => projected(machine, loadingSeconds));
    const needs = clusterNeeds(projections.at(-1)!, loadingSeconds, frameBytes);
    row({ what: "computed", loadingSeconds, frameBytes });
    publish("scale", [...tableOf(projections), "", ...clusterTable(needs)]);
  });
}

const short = (value: number) => (value < 100 ? value.toPrecision(2) : value.toFixed(0));

function tableOf(projections: readonly Projection[]): string[] {
  const head = [
    ...["machine", "engine, clips/s", "reading, clips/s", "together", "bottleneck"],
    ...["pretraining, hours", "training, hours"],
  ];
  const rows = projections.map(({ machine, bottleneck, ...figures }) => [
    ...[
      machine.name,
      short(figures.engineClips),
      short(figures.loadedClips),
      short(figures.clips),
      bottleneck,
    ],
    ...[short(figures.pretrainingHours), short(figures.trainingHours)],
  ]);
  return markdownTable(head, rows);
}

function clusterTable(needs: ClusterNeeds): string[] {
  const head = [
    "64 runs, an H100 each",
    "hours",
    "one after the other",
    "cores for reading",
    "MB/s read",
    "files/s read",
  ];
  const { hours, hoursInTurn, coresForReading, megabytesPerSecond, filesPerSecond } = needs;
  const figures = [hours, hoursInTurn, coresForReading, megabytesPerSecond, filesPerSecond].map(short);
  return markdownTable(head, [["all together", ...figures]]);
}

function row(values: object): void {
  console.log(
    JSON.stringify({ bench: "scale-training", ...values }, (_, value: unknown) =>
      typeof value === "number" ? Number(value.toPrecision(3)) : value,
    ),
  );
}
