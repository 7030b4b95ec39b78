import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { NotebookSession } from "../../../kernel/session/notebookSession.js";
import { runner } from "./runner.js";

describe("error of a cell", () => {
  let session: NotebookSession;
  before(async () => (session = await NotebookSession.start({ cwd: process.cwd() })));
  after(() => session.close());

  it("from unusable data is its message and the cell's own lines, without internals", async () => {
    const { result } = await runner(session).run('await 0;\nawait aen.clips.from("nothing-here.mp4");');
    assert.equal(result.error?.ename, "DataError");
    const [message, ...frames] = result.error.traceback;
    assert.match(message, /nothing-here\.mp4/);
    for (const frame of frames) assert.match(frame, /^ {4}at Cell \[\d+\]:2:\d+$/);
    assert.ok(frames.length > 0);
  });

  it("of a cell with many timers is the cell's own, without a warning about listeners", async () => {
    const many =
      "await Promise.all(Array.from({ length: 30 }, () => new Promise((done) => setTimeout(done, 5))));";
    const warned: Error[] = [];
    const listen = (warning: Error): void => void warned.push(warning);
    process.on("warning", listen);
    await runner(session).run(many);
    await turn(); // a warning comes before the next turn of the event loop
    process.off("warning", listen);
    assert.deepEqual(
      warned.map(({ name }) => name),
      [],
    );
  });
});
