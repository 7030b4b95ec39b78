import assert from "node:assert/strict";
import { Session } from "node:inspector";
import { writePlainly } from "../../../kernel/session/cellConsole.js";

/** What a body writes to the process's streams, by their names, and how often the inspector hears of it. */
function written(body: () => void): { out: string; err: string; reported: number } {
  const found = { out: "", err: "", reported: 0 };
  const inspector = new Session();
  inspector.connect();
  inspector.post("Runtime.enable");
  inspector.on("Runtime.consoleAPICalled", () => found.reported++);
  const { stdout, stderr } = process;
  const [out, err] = [stdout.write, stderr.write];
  stdout.write = (text: string | Uint8Array) => ((found.out += String(text)), true);
  stderr.write = (text: string | Uint8Array) => ((found.err += String(text)), true);
  try {
    body();
  } finally {
    [stdout.write, stderr.write] = [out, err];
    inspector.disconnect();
  }
  return found;
}

describe("the console of cells", () => {
  it("writes to the process's streams what Node's writes, and says nothing to the inspector", () => {
    const print = () => {
      console.log("%s is %d", "smile", 3, { deep: [1] });
      console.group("group");
      console.info("inside");
      console.groupEnd();
      console.table([{ a: 1 }]);
      console.error("wrong");
      console.assert(false, "never");
      console.dir({ a: { b: { c: {} } } }, { depth: 0 });
      console.count("clips");
    };
    const theirs = written(print);
    const restore = writePlainly();
    const ours = written(print);
    restore();
    assert.match(ours.out, /smile is 3 \{ deep: \[ 1 \] \}\ngroup\n {2}inside\n/);
    assert.deepEqual([ours.out, ours.err], [theirs.out, theirs.err]);
    assert.ok(theirs.reported > 0);
    assert.equal(ours.reported, 0);
  });

  it("is Node's own again afterwards, and keeps what it does not print with all the time", () => {
    const { log, table, Console } = console;
    const restore = writePlainly();
    assert.notEqual(console.log, log);
    assert.equal(console.Console, Console);
    restore();
    assert.deepEqual([console.log, console.table], [log, table]);
  });
});
