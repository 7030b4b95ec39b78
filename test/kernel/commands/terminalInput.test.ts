import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { TerminalInput } from "../../../kernel/commands/terminalInput.js";

describe("the input of a run at a terminal", () => {
  const { write } = process.stderr;
  let told: string;
  beforeEach(() => {
    told = "";
    process.stderr.write = ((text: string) => ((told += text), true)) as typeof write;
  });
  afterEach(() => (process.stderr.write = write));

  it("is its lines, one for each question, however they come, until there is none", async () => {
    const stream = new PassThrough();
    const input = new TerminalInput(stream as unknown as NodeJS.ReadStream);
    stream.write("one\ntw");
    assert.equal(await input.ask("First? ", false), "one");
    const second = input.ask("Second? ", true);
    stream.end("o\n\nlast");
    assert.deepEqual(
      [await second, await input.ask("", false), await input.ask("", false)],
      ["two", "", "last"],
    );
    await assert.rejects(input.ask("", false), /standard input of this program has ended/);
    assert.equal(told, "First? Second? ");
    input.close();
  });
});
