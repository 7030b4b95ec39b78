import "../extension/standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";

const { templates } = await import("../../extension/commands/templates.js");
const { resumeCode } = await import("../../extension/runs/resumeCode.js");

/** What validates a training on clips that are named as those to be reported. */
const onTestClips = /validate:\s*(\w+\.)?test\b/;

describe("what we give people to run", () => {
  const texts = new Map(
    globSync(["notebooks/**/*.ipynb", "README.md", "kernel/**/*.md"], { ignore: "notebooks/out/**" }).map(
      (file) => [file, readFileSync(file, "utf8")],
    ),
  );
  for (const { id, cells } of templates())
    texts.set(`template ${id}`, cells.map(({ code = "" }) => code).join("\n"));
  const record = { folder: "r", settings: { data: { train: { clips: 2 }, validate: { clips: 1 } } } };
  texts.set("the cell that resumes a run", resumeCode(record as never));

  it("is found", () => {
    assert.ok(texts.size > 10);
    assert.match("{ validate: data.test, epochs }", onTestClips);
  });

  it("never validates on the clips whose figures it reports", () => {
    assert.deepEqual(
      [...texts].filter(([, text]) => onTestClips.test(text)).map(([file]) => file),
      [],
    );
  });
});
