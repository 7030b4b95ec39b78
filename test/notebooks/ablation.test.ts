import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

interface Cell {
  readonly outputs?: readonly {
    readonly data?: Record<string, unknown>;
    readonly text?: string | string[];
  }[];
}

describe("notebooks/ablation.ipynb", () => {
  it("runs from top to bottom with a small plan and shows boards, verdicts and sliders", async function () {
    this.timeout(600_000);
    const folder = await mkdtemp(path.join(os.tmpdir(), "aen-ablation-notebook-"));
    try {
      const output = path.join(folder, "out.ipynb");
      const settings = { preset: "tiny", perEmotion: 4, seeds: 2, epochs: 2, record: folder };
      const parameters = Object.entries(settings).flatMap(([name, value]) => ["-p", `${name}=${value}`]);
      const cli = ["--import", "tsx", "kernel/cli.ts", "run", "notebooks/ablation.ipynb", ...parameters];
      await promisify(execFile)(process.execPath, [...cli, "--output", output], { maxBuffer: 1e8 });
      const { cells } = JSON.parse(await readFile(output, "utf8")) as { cells: Cell[] };
      const outputs = cells.flatMap((cell) => cell.outputs ?? []);
      const types = outputs.flatMap(({ data }) => Object.keys(data ?? {}));
      assert.equal(types.filter((type) => type === "application/vnd.aen.ablation-board.v1+json").length, 2);
      assert.ok(types.includes("application/vnd.aen.what-if.v1+json"));
      const text = outputs.map(({ text: lines, data }) =>
        [lines ?? data?.["text/plain"] ?? ""].flat().join(""),
      );
      assert.match(text.join("\n"), /6 arms x 2 seeds = 12 runs, about \d+ (s|min)/);
      assert.match(text.join("\n"), /without energy: .* points UAR, 95 % interval .* 2 seeds/);
      for (const whose of ["own head", "group of the emotion"])
        assert.match(text.join("\n"), new RegExp(`points sentiment UAR \\(${whose}\\), 95 % interval`));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
