import "../../standIn/register.js";
import assert from "node:assert/strict";
import { runRecord } from "../records.js";

const { dataSection, machineSection, remarksSection } =
  await import("../../../../extension/runs/page/factSections.js");

describe("the facts of a run", () => {
  const rows = ({ parts }: ReturnType<typeof dataSection>) =>
    parts[0].part === "table" ? parts[0].rows : parts;

  it("name the clips of a data set, of a study by their hash, and stills", () => {
    const set = { clips: 9, hash: "0123456789abcdef", dataset: { name: "DFEW" } };
    assert.deepEqual(
      rows(
        dataSection(runRecord("r", { settings: { data: { train: set, stills: { clips: 2 } } as never } })),
      ),
      [
        ["training clips", "9 clips · DFEW · hash 0123456789ab"],
        ["stills of the pretraining", "2 clips"],
      ],
    );
    const hashes = { train: "a".repeat(64), test: "b".repeat(64) };
    assert.deepEqual(rows(dataSection(runRecord("r", { settings: { data: hashes as never } }))), [
      ["training clips", `hash ${"a".repeat(12)}`],
      ["test clips", `hash ${"b".repeat(12)}`],
    ]);
  });

  it("name the machine as far as it is known", () => {
    const settings = { circumstances: { processor: "P" }, threads: 2, git: { commit: "0123456789abcdef" } };
    assert.deepEqual(rows(machineSection(runRecord("r", { settings: settings as never }))), [
      ["threads", "2"],
      ["processors", "P"],
      ["commit", "0123456789ab"],
    ]);
  });

  it("tell each warning once, and the reason of a failure first", () => {
    const warning = { type: "warning", message: "slow", seconds: 1 } as const;
    const end = {
      type: "end",
      state: "failed",
      message: "out of memory",
      bestEpoch: null,
      seconds: 2,
    } as const;
    const [{ parts }] = remarksSection(runRecord("r"), [warning, warning, end]);
    assert.deepEqual(
      parts.map((part) => part.part === "text" && part.text),
      ["out of memory", "slow"],
    );
    assert.deepEqual(remarksSection(runRecord("r"), []), []);
  });
});
