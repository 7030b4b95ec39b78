import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { routeDescriptors } from "../../../kernel/session/descriptorWrites.js";
import { routeStreams } from "../../../kernel/session/outputStreams.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { recordedCell } from "./recordedCell.js";

const bytes = Buffer.from("-bytes-");

/** Ways to write to a descriptor, and what comes out. */
const ways: Readonly<Record<string, [write: (target: number) => unknown, text: string]>> = {
  "a text": [(fd) => fs.writeSync(fd, "text"), "text"],
  "a text in an encoding": [(fd) => fs.writeSync(fd, "c3a4", null, "hex"), "ä"],
  bytes: [(fd) => fs.writeSync(fd, bytes), "-bytes-"],
  "a part of bytes": [(fd) => fs.writeSync(fd, bytes, 1, 3), "byt"],
  "a part of bytes by options": [(fd) => fs.writeSync(fd, bytes, { offset: 1, length: 5 } as never), "bytes"],
  "several pieces": [(fd) => fs.writevSync(fd, [bytes, bytes]), "-bytes--bytes-"],
  "a whole file": [(fd) => fs.writeFileSync(fd, "whole"), "whole"],
  "a whole file of bytes": [(fd) => fs.writeFileSync(fd, bytes), "-bytes-"],
  "the end of a file": [(fd) => fs.appendFileSync(fd, "6869", "hex"), "hi"],
  "a text later": [(fd) => promisify(fs.write)(fd, "later"), "later"],
  "a whole file later": [(fd) => promisify(fs.writeFile)(fd as never, "whole"), "whole"],
  "pieces later": [(fd) => new Promise((done) => fs.writev(fd, [bytes], done)), "-bytes-"],
  "a stream on the descriptor": [
    (fd) =>
      new Promise<void>((done) => fs.createWriteStream("", { fd, autoClose: false }).end("streamed", done)),
    "streamed",
  ],
};

describe("what cells write to the descriptors of stdout and stderr", () => {
  const folder = temporaryFolder();
  let restores: (() => void)[];
  beforeEach(() => (restores = [routeStreams(), routeDescriptors()]));
  afterEach(() => restores.forEach((restore) => restore()));

  for (const [name, [write, text]] of Object.entries(ways))
    it(`is the cell's output: ${name}`, async () => {
      const { cell, printed } = recordedCell();
      await runInCell(cell, async () => (await write(1), await write(2)));
      assert.deepEqual([printed(), printed("stderr")], [text, text]);
    });

  it("is the cell's output by the name of a device, too", () => {
    const { cell, printed } = recordedCell();
    runInCell(cell, () => {
      for (const file of ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]) fs.writeFileSync(file, "out ");
      fs.appendFileSync("/dev/stderr", "error");
    });
    assert.deepEqual([printed(), printed("stderr")], ["out out out ", "error"]);
  });

  it("is counted as by Node", async () => {
    await runInCell(recordedCell().cell, async () => {
      assert.equal(fs.writeSync(1, "ä"), 2);
      assert.equal(fs.writeFileSync(1, "ä"), undefined);
      assert.deepEqual(await promisify(fs.write)(1, bytes), { bytesWritten: 7, buffer: bytes });
    });
  });

  it("does not hinder the writing of files", () => {
    const file = path.join(folder, "1");
    runInCell(recordedCell().cell, () => fs.writeFileSync(file, "in the file"));
    assert.equal(fs.readFileSync(file, "utf8"), "in the file");
  });

  it("may be wrong, which Node says", () => {
    runInCell(recordedCell().cell, () =>
      assert.throws(() => fs.writeSync(1, 5 as never), /argument must be/),
    );
  });
});
