import assert from "node:assert/strict";
import { notebook } from "./askedNotebook.js";

/** The names whose values the last cell may change. */
function changed(...cells: string[]): string {
  return notebook.ask("dataFlow", cells, { cell: cells.length - 1, offset: 0 }).changes.join();
}

describe("code that uses a value", () => {
  const user =
    "const list = [1];\nconst box = { width: 1, of: [1] };\nlet size = 1;\nclass Pen { ink = 1; use() { this.ink--; } }\n" +
    "const pen = new Pen();\nfunction put(value: unknown[]) { value.push(1); }\nlet calls = 0;\nconst count = () => ++calls;\n" +
    "const percent = (rate: number) => `${Math.round(100 * rate)} %`;";

  it("may change it by a method, by a function that takes it, and under another name", () => {
    assert.equal(changed(user, "list.push(2)"), "list");
    assert.equal(changed(user, "box.of.push(2)"), "box");
    assert.equal(changed(user, "pen.use()"), "pen");
    assert.equal(changed(user, "put(list)"), "list");
    assert.equal(changed(user, "put([box])"), "box");
    assert.equal(changed(user, "const other = list;"), "list");
    assert.equal(changed(user, "const other = size > 1 ? list : null;"), "list");
    assert.equal(changed(user, "const either = undefined ?? list;"), "list");
    assert.equal(changed(user, "const later = () => list.pop();"), "list");
    assert.equal(changed(user, "count()"), "count", "a function changes what it closes over");
  });

  it("does not change it by reading, showing or printing it, nor a number at all", () => {
    for (const code of [
      "list",
      "list.length + 1",
      "console.log(list, box.width)",
      "display(box)",
      "`${list}`",
      "if (list) size",
      "Math.sqrt(size)",
      "const copy = size;",
      "percent(size)",
    ])
      assert.equal(changed(user, code), "", code);
  });

  it("does not change modules of Node and packages by their functions", () => {
    const imports = 'import fs, { readFileSync } from "node:fs";\nimport * as os from "node:os";';
    assert.equal(changed(imports, 'fs.existsSync("a"); readFileSync("a"); os.cpus()'), "");
  });

  const ours =
    "const clips = await aen.clips.synthetic({ perEmotion: 1 });\nconst parts = clips.split({ test: 0.5 });\n" +
    'const model = aen.model("tiny");\nconst options = { epochs: 2, seed: 1 };\nconst training = aen.train(model, clips);\n' +
    "const run = await training;\nconst result = await run.evaluate(clips);";

  it("changes models and trainings through `aen`, but neither clips, results nor options", () => {
    assert.equal(changed(ours, "await aen.train(model, clips, options)"), "model");
    assert.equal(
      changed(ours, "await aen.train(model, clips, { ...options, validate: parts.test })"),
      "model",
    );
    assert.equal(changed(ours, "training.stop()"), "training");
    assert.equal(changed(ours, "await aen.train(run.model, clips)"), "run");
    for (const code of [
      "await run.evaluate(parts.test)",
      "await run.timeline([...clips][0])",
      "result.overview()",
      "const terms = run.plan.loss.filter((term) => term.weight > 0);",
      "result.minus(result)",
    ])
      assert.equal(changed(ours, code), "", code);
  });
});
