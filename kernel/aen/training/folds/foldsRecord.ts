import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../../../files/writeWhole.js";
import type { TrainAndTest } from "../../data/clipSet.js";
import type { ClipPrediction } from "../../metrics/clipPrediction.js";

/** `folds.json`: which folds a cross-validation has and which run trained each. */
interface FoldsDescription {
  readonly format: "aen-folds-1";
  readonly id: string;
  readonly folds: FoldEntry[];
}

interface FoldEntry {
  /** Content hashes of the clips. */
  readonly train: string;
  readonly test: string;
  /** The run, once it has started; its own record lies beside this one's folder. */
  run: string | null;
  /** Whether its predictions of the held-out clips are there. */
  finished: boolean;
}

/**
 * The record of a cross-validation: a folder with `folds.json` and the predictions of each fold that is done, beside
 * the records of the folds' runs.
 */
export class FoldsRecord {
  private constructor(
    readonly folder: string,
    readonly description: FoldsDescription,
  ) {}

  static begin(folder: string, id: string, pairs: readonly TrainAndTest[]): FoldsRecord {
    const record = new FoldsRecord(folder, { format: "aen-folds-1", id, folds: pairs.map(entryOf) });
    record.#write();
    return record;
  }

  /** @throws RangeError when there is no such record, or its folds are others */
  static open(folder: string, pairs: readonly TrainAndTest[]): FoldsRecord {
    const file = path.join(folder, "folds.json");
    if (!existsSync(file)) {
      throw new RangeError(`There is no cross-validation to go on with: "${file}" is not there.`);
    }
    const description = parse(file);
    const same =
      description.folds.length === pairs.length &&
      pairs.map(entryOf).every(({ train, test }, index) => {
        const recorded = description.folds[index];
        return recorded.train === train && recorded.test === test;
      });
    if (same) return new FoldsRecord(folder, description);
    throw new RangeError(
      `The folds are not those of "${file}": go on with the same clips, number of folds and seed.`,
    );
  }

  started(fold: number, run: string): void {
    this.description.folds[fold].run = run;
    this.#write();
  }

  finished(fold: number, predictions: readonly ClipPrediction[]): void {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join("");
    writeWhole(this.#predictionsOf(fold), lines);
    this.description.folds[fold].finished = true;
    this.#write();
  }

  /** The predictions of a fold that is done; null for one that is not. */
  predictions(fold: number): ClipPrediction[] | null {
    if (!this.description.folds[fold].finished) return null;
    const lines = readFileSync(this.#predictionsOf(fold), "utf8").trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line) as ClipPrediction);
  }

  #predictionsOf(fold: number): string {
    return path.join(this.folder, `fold-${fold + 1}.predictions.jsonl`);
  }

  #write(): void {
    writeWhole(path.join(this.folder, "folds.json"), `${JSON.stringify(this.description, null, 2)}\n`);
  }
}

function entryOf({ train, test }: TrainAndTest): FoldEntry {
  return { train: train.contentHash, test: test.contentHash, run: null, finished: false };
}

function parse(file: string): FoldsDescription {
  try {
    const description = JSON.parse(readFileSync(file, "utf8")) as FoldsDescription;
    if (description.format === "aen-folds-1") return description;
  } catch {
    // Told below, as for a file of another format.
  }
  throw new RangeError(`"${file}" is no record of a cross-validation.`);
}
