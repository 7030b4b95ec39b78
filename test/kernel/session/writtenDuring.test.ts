import assert from "node:assert/strict";
import { readdirSync, writeSync } from "node:fs";
import { writtenDuring } from "../../../kernel/session/writtenDuring.js";
import { temporaryFolder } from "../../temporaryFolder.js";

describe("what is written during some work", () => {
  const { TMPDIR } = process.env;
  const folder = temporaryFolder();
  const heard: string[] = [];
  const hear = (text: Buffer) => void heard.push(String(text));
  beforeEach(() => {
    heard.length = 0;
    process.env.TMPDIR = folder;
  });
  afterEach(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  });

  it("is passed on at its end, and no file is left", () => {
    assert.equal(
      writtenDuring((descriptor) => writeSync(descriptor!, "größe"), hear),
      7,
    );
    assert.deepEqual([heard, readdirSync(folder)], [["größe"], []]);
  });

  it("is passed on where it fails", () => {
    const fail = (descriptor?: number): never => {
      writeSync(descriptor!, "last words");
      throw new RangeError("failed");
    };
    assert.throws(() => writtenDuring(fail, hear), RangeError);
    assert.deepEqual([heard, readdirSync(folder)], [["last words"], []]);
  });

  it("is nothing where nothing is written, or where no file can be made", function () {
    writtenDuring(() => 1, hear);
    process.env.TMPDIR = `${folder}/missing`;
    assert.equal(
      writtenDuring((descriptor) => descriptor, hear),
      undefined,
    );
    assert.deepEqual(heard, []);
  });
});
