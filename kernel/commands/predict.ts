import { type Command, InvalidArgumentError, Option } from "commander";
import type { DeviceName } from "../engine/contract.js";
import type { PredictVideosOptions } from "../aen/prediction/predict.js";
import type { VideoOutcome } from "../aen/prediction/addVideo.js";
import { progressLine, tell } from "./progress.js";
import { tellingErrors } from "./userErrors.js";

interface PredictCommandOptions extends Pick<
  PredictVideosOptions,
  "to" | "vtt" | "eaf" | "size" | "sampling" | "allowIncomplete" | "record"
> {
  readonly device?: DeviceName;
  readonly cache: boolean;
  readonly person?: readonly string[];
}

const devices = ["auto", "cpu", "webgpu", "cuda", "directml", "coreml", "tensorflow"];

/** `aen predict WEIGHTS VIDEO... --to FILE.csv`: sentiment and emotion of every frame and clip, as CSV. */
export function register(program: Command): void {
  program
    .command("predict")
    .description("read sentiment and emotion off videos, frame by frame and as clips, into CSV tables")
    .argument("<weights>", "a file of aen.saveWeights, a run's id or checkpoint, or the authors' checkpoint")
    .argument("<videos...>", "videos, or patterns such as 'recordings/**/*.mp4'")
    .requiredOption("--to <file>", "the table of frames, FILE.csv; FILE.clips.csv has a row for each video")
    .option("--vtt", "write frame labels as WebVTT beside each video")
    .option("--eaf", "write frame labels for ELAN beside each video")
    .option("--size <pixels>", "height and width at which faces are cut out", wholeNumber)
    .addOption(
      new Option("--sampling <rule>", "how a clip's frames are chosen; by default as in training").choices([
        ...["published", "spread", "even"],
      ]),
    )
    .addOption(new Option("--device <name>", "where to compute").choices(devices))
    .option(
      "--person <choice>",
      "whose face: largest, central, left, right or a number of `aen people`; for one video: a.mp4=2",
      (choice: string, before: string[] | undefined) => [...(before ?? []), choice],
    )
    .option("--allow-incomplete", "use what can be decoded of truncated videos")
    .option("--no-cache", "keep no cropped faces in .aen/clips")
    .option("--record <folder>", "the folder of run records", ".aen/runs")
    .action((weights: string, videos: string[], options: PredictCommandOptions) =>
      tellingErrors(() => predictVideos(weights, videos, options)),
    );
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("expected a whole number");
  return Number(value);
}

async function predictVideos(
  weights: string,
  videos: readonly string[],
  { cache, person, ...options }: PredictCommandOptions,
): Promise<void> {
  const { writtenPersons } = await import("../aen/sources/video/writtenPersons.js");
  const { predict } = await import("../aen/prediction/predict.js");
  const stopped = new AbortController();
  const stop = () => stopped.abort(new Error("Stopped. Run the same command again to continue."));
  process.once("SIGINT", stop);
  try {
    const {
      frames,
      clips,
      videos: all,
      failed,
    } = await predict(weights, videos, {
      ...{ ...options, ...(cache ? {} : { cache: false as const }), signal: stopped.signal },
      person: writtenPersons(person ?? []),
      onProgress: (progress) => tell(progressLine(progress)),
      onVideo: (outcome) => {
        tell("");
        console.error(outcomeLine(outcome));
      },
    });
    console.log(`${all.length - failed.length} of ${all.length} videos: ${frames}, ${clips}`);
    if (failed.length > 0 || all.some(({ unwritten }) => unwritten !== null)) process.exitCode = 1;
  } finally {
    process.off("SIGINT", stop);
  }
}

/** "[2/7] a.mp4: read", on stderr, also where that is a file. */
export function outcomeLine({ file, fileNumber, fileCount, ...outcome }: VideoOutcome): string {
  const { wasThere, failed, unwritten } = outcome;
  const what = failed === null ? (wasThere ? "was there" : "read") : `left out: ${failed}`;
  if (unwritten !== null)
    return `[${fileNumber}/${fileCount}] ${file}: ${what}, without its label files: ${unwritten}`;
  return `[${fileNumber}/${fileCount}] ${file}: ${what}`;
}
