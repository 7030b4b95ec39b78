import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseObject } from "../../contracts/runs/jsonLines.js";

/**
 * The records of the runs of a cross-validation, in the order of its folds; null for a fold that was never started.
 * @param id of the cross-validation, or the folder of its record
 * @param records the folder of run records
 * @returns null when there is no such cross-validation
 * @throws RangeError for a damaged `folds.json`
 */
export function runsOfFolds(id: string, records: string): readonly (string | null)[] | null {
  const candidates = [path.resolve(id), path.resolve(records, id)];
  const folder = candidates.find((each) => existsSync(path.join(each, "folds.json")));
  if (folder === undefined) return null;
  const file = path.join(folder, "folds.json");
  const { folds } = (parseObject(readFileSync(file, "utf8")) ?? {}) as Partial<FoldsFile>;
  if (!Array.isArray(folds)) throw new RangeError(`"${file}" is not the record of a cross-validation.`);
  return folds.map(({ run }) => (run ? path.join(path.dirname(folder), path.basename(run)) : null));
}

interface FoldsFile {
  readonly folds: readonly { readonly run?: string | null }[];
}
