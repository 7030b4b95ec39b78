import { readFile } from "node:fs/promises";
import { ParameterError, type ParameterValue } from "./parameterValues.js";

/**
 * Reads the parameters in a file: JSON if it is called `.json`, else YAML 1.2.
 *
 * @returns the values by name
 * @throws ParameterError when the file cannot be read or does not hold values by name; the message names it
 */
export async function readParametersFile(file: string): Promise<Record<string, ParameterValue>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "it does not exist" : error.message;
    throw new ParameterError(`--parameters-file ${file}: ${reason}.`);
  });
  const values = await parsed(text.replace(/^\uFEFF/, ""), file);
  if (values === null || values === undefined) return {};
  if (typeof values !== "object" || Array.isArray(values))
    throw new ParameterError(`--parameters-file ${file}: expected values by name, for example "epochs: 20".`);
  return values as Record<string, ParameterValue>;
}

async function parsed(text: string, file: string): Promise<unknown> {
  try {
    if (file.toLowerCase().endsWith(".json")) return JSON.parse(text) as unknown;
    const { CORE_SCHEMA, load } = await import("js-yaml");
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    const kind = file.toLowerCase().endsWith(".json") ? "JSON" : "YAML";
    const [reason] = (error as Error).message.split("\n");
    throw new ParameterError(`--parameters-file ${file} is not ${kind}: ${reason}.`);
  }
}
