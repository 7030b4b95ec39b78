import path from "node:path";
import { checkConfiguration } from "../../model/configuration.js";
import type { RunDescription } from "./runDescription.js";

/** @throws RangeError naming the file and what it lacks or has wrong, when a run cannot go on from its `run.json` */
export function requireWholeRecord(folder: string, description: RunDescription): void {
  const fault = faultOf(description as unknown as Part);
  if (fault === null) return;
  throw new RangeError(
    `The record "${path.join(folder, "run.json")}" is damaged: ${fault}. Restore the file, or start a new run.`,
  );
}

type Part = { readonly [name: string]: unknown };

function faultOf({ model, plan, loss, data, versions }: Part): string | null {
  const parts = { model, plan, data, versions };
  for (const [name, part] of Object.entries(parts)) if (!isPart(part)) return `it has no "${name}"`;
  if (!Array.isArray(loss) || !loss.every(isTerm))
    return `it has no "loss", or terms without name and weight`;
  const { train, validate, stills } = data as Part;
  for (const [name, clips] of Object.entries({ train, validate: validate ?? train, stills: stills ?? train }))
    if (!isPart(clips) || typeof clips["hash"] !== "string") return `it has no hash of "data.${name}"`;
  return faultOfModel(model as Part) ?? faultOfPlan(plan as Part);
}

function faultOfModel({ configuration, emotions, groups, seed }: Part): string | null {
  if (!isPart(configuration)) return `it has no "model.configuration"`;
  if (!Array.isArray(emotions) || !isPart(groups)) return `it has no "model.emotions" or "model.groups"`;
  if (typeof seed !== "number") return `it has no "model.seed"`;
  try {
    checkConfiguration(configuration as never);
    return null;
  } catch (error) {
    return error instanceof RangeError
      ? `in "model.configuration", ${error.message.replace(/\.$/, "")}`
      : `"model.configuration" is incomplete`;
  }
}

function faultOfPlan({ epochs, batch, threads, learningRate, pretraining }: Part): string | null {
  const whole: [string, unknown, number][] = [
    ["epochs", epochs, 0],
    ["batch", batch, 1],
    // Earlier versions did not record it.
    ["threads", threads ?? 1, 1],
  ];
  const before = (pretraining ?? null) as Part | null;
  if (before) {
    whole.push(["pretraining.epochs", before["epochs"], 0], ["pretraining.batch", before["batch"], 1]);
  }
  const wrong = whole.find(([, value, least]) => !Number.isInteger(value) || Number(value) < least);
  if (wrong) {
    const [name, value, least] = wrong;
    return `"plan.${name}" must be a whole number of ${least} or more, it is ${JSON.stringify(value) ?? "missing"}`;
  }
  if (typeof learningRate === "number" && learningRate > 0) return null;
  return `"plan.learningRate" must be above 0, it is ${JSON.stringify(learningRate) ?? "missing"}`;
}

function isTerm(term: unknown): boolean {
  return isPart(term) && typeof term["name"] === "string" && typeof term["weight"] === "number";
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
