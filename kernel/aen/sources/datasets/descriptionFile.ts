import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { checkFile } from "../../../files/checkFile.js";
import { DataError } from "../../../files/dataError.js";
import { writeAtomically } from "../../../files/writeAtomically.js";
import type { DatasetDescription } from "../../clips/datasetDescription.js";
import { importWriteError } from "../video/importWriteError.js";
import { datasetSchema } from "./datasetSchema.js";

/**
 * Reads and validates a description without touching the data.
 * @throws DataError saying what is wrong with the file
 */
export async function readDescription(file: string): Promise<DatasetDescription> {
  await checkFile(file, "description of a data set");
  let value: unknown;
  try {
    value = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new DataError(
      `this is not JSON (${(cause as Error).message}). Write it with aen.clips.writeDescription.`,
      { file, cause },
    );
  }
  requireDescription(value, file, "See aen.clips.writeDescription, which writes such files.");
  return value;
}

/**
 * Writes a description that {@link readDescription} accepts.
 * @throws DataError for one that it would refuse, and when the file cannot be written
 */
export function writeDescriptionFile(file: string, description: DatasetDescription): void {
  requireDescription(description, file, "A description cannot hold it.");
  try {
    writeAtomically(file, `${JSON.stringify(description, null, 2)}\n`);
  } catch (error) {
    throw importWriteError(file, error);
  }
}

/** @throws DataError naming the first entry that a description cannot have */
export function requireDescription(
  value: unknown,
  file: string,
  remedy: string,
): asserts value is DatasetDescription {
  validator ??= new Ajv({ discriminator: true, strictTypes: true }).compile<DatasetDescription>(
    datasetSchema,
  );
  if (validator(value)) return;
  throw new DataError(`${inWords(validator.errors![0])} ${remedy}`, { file });
}

let validator: ValidateFunction<DatasetDescription> | undefined;

/** @throws DataError when the folder of a description to be written does not exist */
export function requireFolderOf(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new DataError(
    `its folder ${folder} does not exist. Create it, or name a file in the folder that the source's paths are relative to.`,
    { file },
  );
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === "" ? "the description" : `"${instancePath.slice(1).replaceAll("/", ".")}"`;
  const named = params as {
    additionalProperty?: string;
    allowedValue?: unknown;
    allowedValues?: readonly unknown[];
    tagValue?: unknown;
  };
  if (named.additionalProperty !== undefined)
    return `${where} has an unknown entry "${named.additionalProperty}".`;
  if (named.allowedValue !== undefined) return `${where} must be ${JSON.stringify(named.allowedValue)}.`;
  if (named.allowedValues !== undefined)
    return `${where} must be ${named.allowedValues.map((one) => JSON.stringify(one)).join(" or ")}.`;
  if (named.tagValue !== undefined)
    return `${where} has the unknown format ${JSON.stringify(named.tagValue)}.`;
  return `${where} ${message}.`;
}
