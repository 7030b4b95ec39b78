import assert from "node:assert/strict";
import { unpackedPayload } from "../../kernel/contracts/packedPayload.js";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Notebook, wholeText } from "../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../temporaryFolder.js";

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Notebook;
const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

/** Words that say how a result came out; what a cell computes may say them, prose may not. */
const outcome =
  /\d(\.\d+)? ?(%|percent|points)|\b(helps|helped|hurts|improves?d?|outperforms?|better than|worse than|close to the base|at chance)\b/i;

describe("the prose of the notebooks", () => {
  for (const name of notebooks) {
    it(`states no outcome of a computation: ${name}`, () => {
      const prose = read(path.join("notebooks", name)).cells.filter((cell) => cell.cell_type === "markdown");
      assert.ok(prose.length > 3);
      for (const cell of prose) assert.doesNotMatch(wholeText(cell.source), outcome);
    });
  }

  it("would be caught if it did", () => {
    for (const sentence of [
      "UAR falls to 14 %.",
      "It is 3 points lower.",
      "The term helps.",
      "It stays close to the base.",
    ])
      assert.match(sentence, outcome);
  });
});

interface Payload {
  readonly labels: { readonly emotions: readonly string[] };
  readonly beta: number;
  readonly clips: readonly { label: number; clip: number[]; emotion: number[] }[];
}

/** UAR in percent as printed, from the scores in a matrix and SPEC.md, section 7, alone. */
function uarOf({ labels, beta, clips }: Payload): string {
  const recalls = labels.emotions.flatMap((_, emotion) => {
    const own = clips.filter(({ label }) => label === emotion);
    const right = own.filter(({ clip, emotion: head }) => {
      const fused = clip.map((score, index) => beta * score + (1 - beta) * head[index]);
      return fused.indexOf(Math.max(...fused)) === emotion;
    });
    return own.length > 0 ? [right.length / own.length] : [];
  });
  return ((100 * recalls.reduce((sum, recall) => sum + recall, 0)) / recalls.length).toFixed(1);
}

describe("the figures that the quickstart prints", function () {
  this.timeout(300_000);
  const folder = temporaryFolder();

  for (const seed of [8, 9]) {
    it(`are those of its views with seed ${seed}`, () => {
      const output = path.join(folder, `seed-${seed}.ipynb`);
      const settings = { preset: "tiny", perEmotion: 12, epochs: 4, seed };
      const given = Object.entries(settings).flatMap(([name, value]) => ["-p", `${name}=${value}`]);
      const command = [
        "dist/kernel/cli.js",
        "run",
        "notebooks/quickstart.ipynb",
        "--output",
        output,
        ...given,
      ];
      const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
      assert.equal(status, 0, stderr);
      const outputs = read(output).cells.flatMap((cell) => cell.outputs ?? []);
      const text = outputs
        .map((each) => (each.output_type === "stream" ? wholeText(each.text) : ""))
        .join("");
      const matrix = outputs
        .map((each) =>
          "data" in each ? each.data["application/vnd.aen.confusion-matrix.v1+json"] : undefined,
        )
        .find((payload) => payload !== undefined);
      const printed = [
        /Emotions: UAR ([\d.]+) %/,
        /AEN: +UAR ([\d.]+) %/,
        /with semantic transfer: +UAR ([\d.]+) %/,
      ];
      for (const figure of printed)
        assert.equal(figure.exec(text)?.[1], uarOf(unpackedPayload(matrix) as Payload), String(figure));
    });
  }
});
