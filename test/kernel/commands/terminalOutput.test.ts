import assert from "node:assert/strict";
import { TerminalOutput } from "../../../kernel/commands/terminalOutput.js";

const names = ["stdout", "stderr"] as const;

describe("what a run tells at a terminal", () => {
  const originals = names.map((name) => [process[name].write, process[name].isTTY] as const);
  let written: string;
  let output: TerminalOutput;

  const stand = (isTerminal: boolean) => {
    written = "";
    for (const name of names)
      Object.assign(process[name], { isTTY: isTerminal, write: (text: string) => ((written += text), true) });
    output = new TerminalOutput();
  };
  afterEach(() => {
    output.release();
    originals.forEach(([write, isTTY], index) => Object.assign(process[names[index]], { write, isTTY }));
  });

  it("is progress on one line that goes when something else comes, and at the end", () => {
    stand(true);
    output.progress("1 of 2");
    output.progress("2 of 2");
    output.write("stdout", "result\n");
    output.progress("3 of 3");
    output.close();
    assert.equal(written, "1 of 2\r\x1b[2K2 of 2\r\x1b[2Kresult\n3 of 3\r\x1b[2K");
  });

  it("is a line for each step of progress in a file", () => {
    stand(false);
    output.progress("1 of 2");
    output.note("[1/1] ok");
    output.close();
    assert.equal(written, "1 of 2\n[1/1] ok\n");
  });

  it("goes on when a reader has gone, once told", () => {
    stand(false);
    const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    process.stdout.emit("error", gone);
    process.stdout.emit("error", gone);
    output.write("stdout", "unread\n");
    output.write("stderr", "read\n");
    assert.equal(
      written,
      "Nobody reads this output any more. The cells go on, and the notebook keeps what they print.\nread\n",
    );
    assert.throws(() => process.stdout.emit("error", new Error("another")), /another/);
    process.stdout.removeAllListeners("error");
  });
});
