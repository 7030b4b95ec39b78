import assert from "node:assert/strict";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { routeStreams } from "../../../kernel/session/outputStreams.js";
import { recordedCell } from "./recordedCell.js";

describe("what is written to the process's streams", () => {
  let restore: () => void;
  let elsewhere: unknown[];
  const own = process.stdout.write;

  beforeEach(() => {
    elsewhere = [];
    process.stdout.write = ((...args: unknown[]) => elsewhere.push(args) > 0) as typeof own;
    restore = routeStreams();
  });
  afterEach(() => {
    restore();
    process.stdout.write = own;
  });

  it("goes to the cell that wrote it, by stream, and else where it always went", () => {
    const [one, two] = [recordedCell(1), recordedCell(2)];
    runInCell(one.cell, () => process.stdout.write("from one"));
    runInCell(two.cell, () => (process.stdout.write("from two"), process.stderr.write("wrong")));
    process.stdout.write("kernel", "latin1");
    assert.deepEqual([one.printed(), one.printed("stderr")], ["from one", ""]);
    assert.deepEqual([two.printed(), two.printed("stderr")], ["from two", "wrong"]);
    assert.deepEqual(elsewhere, [["kernel", "latin1", undefined]]);
  });

  it("is text whatever it was encoded in", () => {
    const { cell, printed } = recordedCell();
    runInCell(cell, () => {
      process.stdout.write("ä", "utf8");
      process.stdout.write("c3b6", "hex");
      process.stdout.write("w7w=", "base64");
      process.stdout.write(Buffer.from("ß"));
      process.stdout.write(new Uint8Array([33]));
    });
    assert.equal(printed(), "äöüß!");
  });

  it("keeps characters whole whose bytes come in pieces", () => {
    const { cell, printed } = recordedCell();
    const bytes = Buffer.from("日本😀");
    runInCell(cell, () => bytes.forEach((byte) => process.stdout.write(Uint8Array.of(byte))));
    assert.equal(printed(), "日本😀");
  });

  it("does not mix the pieces of one cell with those of another", () => {
    const [one, two] = [recordedCell(1), recordedCell(2)];
    runInCell(one.cell, () => process.stdout.write(Uint8Array.of(0xc3)));
    runInCell(two.cell, () => process.stdout.write(Buffer.from("plain")));
    runInCell(one.cell, () => process.stdout.write(Uint8Array.of(0xa4)));
    assert.deepEqual([one.printed(), two.printed()], ["ä", "plain"]);
  });

  it("is said to have been written, to those who wait for that", async () => {
    const { cell } = recordedCell();
    await new Promise<void>((done) => runInCell(cell, () => process.stdout.write("a", () => done())));
    await new Promise<void>((done) => runInCell(cell, () => process.stdout.write("b", "utf8", () => done())));
    assert.equal(
      runInCell(cell, () => process.stdout.write("c")),
      true,
    );
  });

  it("goes where it went before once that is restored, unless somebody has taken the stream over", () => {
    const { cell, printed } = recordedCell();
    restore();
    runInCell(cell, () => process.stdout.write("not routed"));
    assert.equal(printed(), "");
    const again = routeStreams();
    const theirs = () => true;
    process.stdout.write = theirs;
    again();
    assert.equal(process.stdout.write, theirs);
  });
});
