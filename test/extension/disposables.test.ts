import assert from "node:assert/strict";
import { Disposables } from "../../extension/disposables.js";

describe("things to be given back", () => {
  const log: string[] = [];
  const thing = (name: string) => ({ name, dispose: () => void log.push(name) });
  beforeEach(() => log.splice(0));

  it("are given back once, in the opposite order", () => {
    const owned = new Disposables();
    const first = thing("first");
    assert.equal(owned.add(first), first);
    owned.add(thing("second"));
    owned.dispose();
    owned.dispose();
    assert.deepEqual(log, ["second", "first"]);
  });

  it("that are added too late are disposed of at once", () => {
    const owned = new Disposables();
    owned.dispose();
    owned.add(thing("late"));
    assert.deepEqual(log, ["late"]);
  });
});
