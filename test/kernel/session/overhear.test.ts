import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { inspect } from "node:util";
import { overhear } from "../../../kernel/session/overhear.js";

describe("events of a user's object that the kernel hears", () => {
  it("come once, before the user's listeners, with whom they stay", () => {
    const emitter = new EventEmitter();
    const heard: unknown[] = [];
    emitter.on("exit", (...args) => heard.push(args));
    overhear(emitter, ["exit", "error"], () => heard.push("kernel"));
    emitter.emit("other");
    emitter.emit("exit", 1, "SIGTERM");
    emitter.emit("exit", 2);
    assert.deepEqual(heard, ["kernel", [1, "SIGTERM"], [2]]);
  });

  it("leave no trace on the object", () => {
    const emitter = new EventEmitter();
    const before = [
      inspect(emitter, { showHidden: false }),
      emitter.listenerCount("exit"),
      Object.keys(emitter),
    ];
    overhear(emitter, ["exit"], () => {});
    assert.deepEqual([inspect(emitter), emitter.listenerCount("exit"), Object.keys(emitter)], before);
    assert.doesNotMatch(String(emitter.emit), /overhear|heard/);
  });

  it("are heard by several, and an error that the user does not handle is still thrown", () => {
    const emitter = new EventEmitter();
    const heard: string[] = [];
    overhear(emitter, ["error"], () => heard.push("one"));
    overhear(emitter, ["error"], () => heard.push("two"));
    assert.throws(() => emitter.emit("error", new Error("no such program")), /no such program/);
    assert.deepEqual(heard.sort(), ["one", "two"]);
    assert.equal(emitter.emit("ready"), false);
  });
});
