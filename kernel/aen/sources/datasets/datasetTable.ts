import { displayMethod, type Displayable, type MimeBundle } from "../../../contracts/mimeBundle.js";
import { dfewLabels } from "../../labels.js";
import { publishedDatasets } from "./publishedDatasets.js";

/** One row of the table of data sets. */
export interface DatasetRow {
  readonly name: string;
  /** For each of the seven emotions, the data set's own labels. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Emotions that it has beside the seven, with its own labels. */
  readonly further: Readonly<Record<string, readonly string[]>>;
  /** Labels that are none of its emotions; their clips are left out. */
  readonly drops: readonly string[];
  readonly source: string;
}

/** The data sets known by name, with their label maps and dropped labels; displays as a table. */
export class DatasetTable implements Displayable {
  readonly rows: readonly DatasetRow[] = publishedDatasets.map(({ name, labelMap, labels: own, source }) => {
    const codes = (emotion: string | null) =>
      Object.keys(labelMap).filter((code) => labelMap[code] === emotion);
    const labels = Object.fromEntries(dfewLabels.emotions.map((emotion) => [emotion, codes(emotion)]));
    const others = (own?.emotions ?? []).filter((emotion) => !dfewLabels.emotions.includes(emotion));
    const further = Object.fromEntries(others.map((emotion) => [emotion, codes(emotion)]));
    return { name, labels, further, drops: codes(null), source };
  });

  #cells(): string[][] {
    const heading = ["data set", ...dfewLabels.emotions, "further", "left out"];
    const list = (codes: readonly string[]) => (codes.length > 0 ? codes.join(", ") : "–");
    const body = this.rows.map((row) => [
      row.name,
      ...dfewLabels.emotions.map((emotion) => list(row.labels[emotion])),
      list(Object.values(row.further).flat()),
      list(row.drops),
    ]);
    return [heading, ...body];
  }

  toString(): string {
    const cells = this.#cells();
    const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
    return cells
      .map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at]))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  }

  [displayMethod](): MimeBundle {
    const [heading, ...body] = this.#cells();
    const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
    const sources = this.rows.map((row) => `- ${row.name}: ${row.source}`);
    const table = [line(heading), line(heading.map(() => "---")), ...body.map(line)].join("\n");
    return { "text/markdown": `${table}\n\n${sources.join("\n")}`, "text/plain": this.toString() };
  }
}
