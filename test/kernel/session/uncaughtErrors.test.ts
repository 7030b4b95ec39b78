import assert from "node:assert/strict";
import { hearUncaughtErrors } from "../../../kernel/session/uncaughtErrors.js";

type Handle = (error: unknown, fromPromise?: boolean) => boolean;

describe("an error that nobody has caught", () => {
  const node = process as unknown as { _fatalException: Handle; emit: unknown };
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const emit = Object.getOwnPropertyDescriptor(process, "emit");
  let heard: unknown[];
  let forget: () => void;
  let others: (readonly [(typeof events)[number], NodeJS.UncaughtExceptionListener[]])[];

  beforeEach(() => {
    // The test runner's own would take the error for a failure.
    others = events.map((event) => [event, process.listeners(event as "uncaughtException")] as const);
    for (const event of events) process.removeAllListeners(event);
    heard = [];
    forget = hearUncaughtErrors((error) => void heard.push(error));
  });
  afterEach(() => {
    forget();
    if (emit) Object.defineProperty(process, "emit", emit);
    else Reflect.deleteProperty(process, "emit");
    for (const event of events) process.removeAllListeners(event);
    for (const [event, listeners] of others)
      listeners.forEach((each) => process.on(event as "uncaughtException", each));
  });

  const isHandled = (error: unknown) => node._fatalException(error);

  it("is heard once", () => {
    assert.ok(isHandled("one"));
    assert.deepEqual(heard, ["one"]);
  });

  it("is heard also where the listeners have been removed", () => {
    for (const event of events) process.removeAllListeners(event);
    assert.ok(isHandled("one"));
    assert.deepEqual(heard, ["one"]);
  });

  it("is heard also where `process.emit` hears nothing or throws, and the process does not count as ending", () => {
    const deaf = () => false;
    const throwing = () => {
      throw new Error("emit");
    };
    for (const given of [deaf, throwing]) {
      node.emit = given;
      assert.ok(isHandled("one"));
    }
    assert.notEqual(node.emit, throwing, "what throws does not stay");
    assert.deepEqual(
      heard.filter((error) => error === "one"),
      ["one", "one"],
    );
    assert.notEqual((process as unknown as { _exiting?: boolean })._exiting, true);
    assert.equal(process.exitCode, undefined);
  });

  it("leaves the exit code as a cell has set it", () => {
    const before = process.exitCode;
    process.exitCode = 3;
    node.emit = () => false;
    assert.ok(isHandled("one"));
    const after = process.exitCode;
    process.exitCode = before;
    assert.equal(after, 3);
  });

  it("is heard with that of a listener that throws", () => {
    const wrong = new Error("in the listener");
    process.prependListener("uncaughtException", () => {
      throw wrong;
    });
    assert.ok(isHandled("one"));
    assert.deepEqual(heard, [wrong, "one"]);
  });

  it("is heard where a cell has given the process another handler", () => {
    node._fatalException = () => false;
    assert.ok(isHandled("one"));
    assert.deepEqual(heard, ["one"]);
  });

  it("leaves the process alive where the hearing fails", () => {
    forget();
    forget = hearUncaughtErrors(() => {
      throw new Error("deaf");
    });
    assert.ok(isHandled("one"));
  });
});
