import { cachePlace } from "../engine/cache/cacheFolder.js";
import { StepCache } from "../engine/cache/stepCache.js";
import { type Finding, ready } from "./finding.js";

/** Reports where compiled steps are cached on disk, and their total size. */
export async function checkStepCache(environment: NodeJS.ProcessEnv = process.env): Promise<Finding> {
  const place = cachePlace(environment);
  if (!place) return ready("Step cache", "switched off (AEN_CACHE)");
  const { files, bytes } = await new StepCache(place).contents();
  const size = `${megabytes(bytes)} of at most ${megabytes(place.limit)} MB`;
  return ready(
    "Step cache",
    `${files} compiled ${files === 1 ? "step" : "steps"}, ${size}, in ${place.folder} ` +
      "(`aen doctor --clear-cache` empties it; set AEN_CACHE to another folder, or to off)",
  );
}

/** Empties the cache and reports what it held. */
export async function clearStepCache(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const place = cachePlace(environment);
  if (!place) return "The step cache is switched off (AEN_CACHE).";
  const { files, bytes } = await new StepCache(place).clear();
  return `Removed ${files} compiled ${files === 1 ? "step" : "steps"} (${megabytes(bytes)} MB) from ${place.folder}.`;
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
