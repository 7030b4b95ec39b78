import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomically } from "../../../files/writeAtomically.js";
import { remark } from "../../host/remark.js";
import { explainedWriteError } from "../record/explainedWriteError.js";
import type { TrainAndTest } from "../../clips/clipSet.js";
import type { ClipPrediction } from "../../../contracts/clipPrediction.js";
import { parseObject } from "../../../contracts/runs/jsonLines.js";
import { formatPredictions, parsePredictions } from "../../../contracts/runs/predictions.js";

/** `folds.json`: the folds of a cross-validation and the run that trained each. */
interface FoldsDescription {
  readonly format: "aen-folds-1";
  readonly id: string;
  /** `foldsIdentity`; absent in records of earlier versions. */
  readonly settings?: string;
  readonly folds: FoldEntry[];
}

interface FoldEntry {
  /** Content hashes of the clips. */
  readonly train: string;
  readonly test: string;
  /** The run, once it has started; its own record is next to this one's folder. */
  run: string | null;
  /** Whether its predictions for the held-out clips have been recorded. */
  finished: boolean;
}

/**
 * The record of a cross-validation: a folder with `folds.json` and the predictions of each finished fold, next to the
 * records of the folds' runs.
 */
export class FoldsRecord {
  #hasFailed = false;

  private constructor(
    readonly folder: string,
    readonly description: FoldsDescription,
  ) {}

  /** @param settings what decides the figures besides the folds, see `foldsIdentity` */
  static begin(folder: string, id: string, pairs: readonly TrainAndTest[], settings: string): FoldsRecord {
    const record = new FoldsRecord(folder, {
      format: "aen-folds-1",
      id,
      settings,
      folds: pairs.map(entryOf),
    });
    record.#write();
    return record;
  }

  /** @throws RangeError when there is no such record, or its folds or settings differ */
  static open(folder: string, pairs: readonly TrainAndTest[], settings: string): FoldsRecord {
    const file = path.join(folder, "folds.json");
    if (!existsSync(file)) {
      throw new RangeError(`There is no cross-validation to resume: "${file}" does not exist.`);
    }
    const description = parse(file);
    const same =
      description.folds.length === pairs.length &&
      pairs.map(entryOf).every(({ train, test }, index) => {
        const recorded = description.folds[index];
        return recorded.train === train && recorded.test === test;
      });
    if (!same) {
      throw new RangeError(
        `The folds are not those of "${file}". Resume with the same clips, number of folds and seed.`,
      );
    }
    if ((description.settings ?? settings) === settings) return new FoldsRecord(folder, description);
    throw new RangeError(
      `The model, its options or its loss differ from those of "${file}". Resume with the same, or leave out { resume }.`,
    );
  }

  /** Notes the run of a fold. A write that fails, here or in {@link finished}, is told once, and the folds go on. */
  started(fold: number, run: string): void {
    this.description.folds[fold].run = run;
    this.#telling(() => this.#write());
  }

  finished(fold: number, predictions: readonly ClipPrediction[]): void {
    this.#telling(() => {
      writeAtomically(this.#predictionsOf(fold), formatPredictions(predictions));
      this.description.folds[fold].finished = true;
      this.#write();
    });
  }

  /** The predictions of a finished fold; null for an unfinished one, or if its predictions are damaged. */
  predictions(fold: number): ClipPrediction[] | null {
    if (!this.description.folds[fold].finished) return null;
    const file = this.#predictionsOf(fold);
    return existsSync(file) ? parsePredictions(readFileSync(file, "utf8")) : null;
  }

  #telling(write: () => void): void {
    try {
      write();
      this.#hasFailed = false;
    } catch (error) {
      if (!this.#hasFailed) remark(explainedWriteError(error, `The record of the folds ("${this.folder}")`));
      this.#hasFailed = true;
    }
  }

  #predictionsOf(fold: number): string {
    return path.join(this.folder, `fold-${fold + 1}.predictions.jsonl`);
  }

  #write(): void {
    writeAtomically(path.join(this.folder, "folds.json"), `${JSON.stringify(this.description, null, 2)}\n`);
  }
}

function entryOf({ train, test }: TrainAndTest): FoldEntry {
  return { train: train.contentHash, test: test.contentHash, run: null, finished: false };
}

function parse(file: string): FoldsDescription {
  const description = parseObject(readFileSync(file, "utf8")) as FoldsDescription | null;
  if (description?.format === "aen-folds-1") return description;
  throw new RangeError(`"${file}" is not the record of a cross-validation.`);
}
