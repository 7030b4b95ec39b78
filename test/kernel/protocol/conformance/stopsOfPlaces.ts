import assert from "node:assert/strict";
import { before, it } from "mocha";
import type { JupyterMessage } from "../../../../kernel/contracts/jupyterMessages.js";
import { randomMoment } from "../../../until.js";
import { isOf, printed, type TestClient } from "./client.js";

const loop = `console.log("in it"); for (;;) {}`;

/** An error with a getter of its own that does not return. */
const withLoop = (field: string) =>
  `Object.defineProperty(new Error("a"), "${field}", { get() { ${loop} } })`;

/** Where the getters of an error are read: V8's inspector reads some of them, too, of every error that it meets. */
const readOfErrors: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["stack", "message", "name", "cause"].map((field) => [
      `the ${field} of what is thrown`,
      `throw ${withLoop(field)}`,
    ]),
  ),
  "the stack of what is printed": `console.log(${withLoop("stack")})`,
  "the stack of the last value": withLoop("stack"),
  "the stack of what the last value rejects with": `Promise.reject(${withLoop("stack")})`,
  "the stack of a cause": `throw new Error("b", { cause: ${withLoop("stack")} })`,
  "the stack of what a rejection that nobody handles has": `void Promise.reject(${withLoop("stack")}); await new Promise(() => {})`,
  "the stack of what a timer throws": `setTimeout(() => { throw ${withLoop("stack")} }, 1); await new Promise(() => {})`,
  "the message of a class of errors": `class Fault extends Error { override get message(): string { ${loop} } } throw new Fault()`,
  "a getter of an error that has called Node": `throw Object.defineProperty(new Error("a"), "stack", { get() { console.log("in it"); for (;;) JSON.stringify([1]); } })`,
  "the stack of all errors": `{ const errors = Error as { prepareStackTrace?: unknown }; signal.addEventListener("abort", () => delete errors.prepareStackTrace);
    errors.prepareStackTrace = () => { ${loop} }; throw new Error("a") }`,
  "a trap that tells the prototype": `throw new Proxy(new Error("a"), { getPrototypeOf() { ${loop} } })`,
  "the tag of what is thrown": `throw { get [Symbol.toStringTag](): string { ${loop} } }`,
  "then of the last value": `({ get then() { ${loop} return 0 } })`,
};

/** Places where a cell's code runs that the cell does not call itself; each says `in it` and does not return. */
const places: Readonly<Record<string, string>> = {
  "a wait with a time limit": `console.log("in it"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000)`,
  "a wait without one": `console.log("in it"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`,
  "waits of which every end is caught": `
    const cell = new Int32Array(new SharedArrayBuffer(4)); console.log("in it");
    for (;;) try { Atomics.wait(cell, 0, 0, 600_000) } catch {}`,
  "a wait in a timer": `
    setTimeout(() => { console.log("in it"); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000) }, 1); await new Promise(() => {})`,
  "a program awaited in one call": `console.log("in it"); require("node:child_process").execSync("sleep 600")`,
  "a program awaited in one call whose streams are inherited": `console.log("in it"); require("node:child_process").execSync("sleep 600", { stdio: "inherit" })`,
  "the inspection of the last value": `({ [Symbol.for("nodejs.util.inspect.custom")]() { ${loop} } })`,
  "the display of the last value": `({ [Symbol.for("Jupyter.display")]() { ${loop} } })`,
  "a display of the last value that never comes": `({ [Symbol.for("Jupyter.display")]() { console.log("in it"); return new Promise(() => {}) } })`,
  "a display of the last value that loops later": `({ async [Symbol.for("Jupyter.display")]() { await null; ${loop} } })`,
  "a getter of what is displayed": `display.json({ get a() { ${loop} return 1 } })`,
  "toJSON of what is displayed": `display.json({ toJSON() { ${loop} } })`,
  "toJSON of the last value's form": `({ [Symbol.for("Jupyter.display")]: () => ({ "application/json": { toJSON() { ${loop} } } }) })`,
  "Symbol.toPrimitive of what is printed": "console.log('%d', { [Symbol.toPrimitive]() { " + loop + " } })",
  "toString of what is thrown": `throw { toString() { ${loop} }, [Symbol.for("nodejs.util.inspect.custom")]() { ${loop} } }`,
  "the stack of an error": `Error.prepareStackTrace = () => { delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace; ${loop} }; throw new Error("a")`,
  "a trap of a proxy": `display.json(new Proxy({}, { ownKeys() { ${loop} return [] } }))`,
  "then of what is awaited": `await Promise.resolve({ then() { ${loop} } } as never)`,
  "the evaluation of a local module": 'await import("./looping")',
  "the evaluation of a local module that awaits": 'await import("./waiting")',
  "a microtask": `queueMicrotask(() => { ${loop} }); await new Promise(() => {})`,
  "an immediate": `setImmediate(() => { ${loop} }); await new Promise(() => {})`,
  "a tick": `process.nextTick(() => { ${loop} }); await new Promise(() => {})`,
  "a listener of the process": `process.once("aen-test", () => { ${loop} }); process.emit("aen-test" as never)`,
  "a listener of an unhandled rejection": `
    process.once("unhandledRejection", () => { ${loop} }); void Promise.reject(new Error("a")); await new Promise(() => {})`,
  "a listener of an emitter on a stream": `
    process.stdin.once("end", () => { ${loop} }); process.stdin.resume(); process.stdin.push(null); await new Promise(() => {})`,
  "a sort": `[2, 1].sort(() => { ${loop} return 0 })`,
  ...readOfErrors,
  "code of another context": `console.log("in it"); require("node:vm").runInNewContext("for (;;) {}")`,
};

/** A stop ends user code wherever it runs, also where the kernel has called it, and keeps every variable. */
export function stopsOfPlaces(client: () => TestClient): void {
  before(async () => {
    const modules = { looping: loop, waiting: 'console.log("in it"); await new Promise(() => {})' };
    for (const [name, code] of Object.entries(modules))
      await client().value(
        `require("node:fs").writeFileSync("${name}.ts", ${JSON.stringify(`${code}\nexport {};`)})`,
      );
  });

  for (const [name, code] of Object.entries(places))
    it(`ends ${name}`, async () => {
      await client().value("let kept = 'kept'; kept");
      const id = client().send("execute_request", { code });
      await inIt(client(), id);
      client().wire.interrupt();
      const { reply } = await client().answer(id);
      assert.deepEqual([reply.status, reply.ename], ["error", "Interrupted"]);
      assert.equal(await client().value("kept"), "'kept'");
    });

  for (const [name, expression] of Object.entries({
    "that loops": `(() => { ${loop} })()`,
    "that never comes": `await (console.log("in it"), new Promise(() => {}))`,
    "whose value loops when it is inspected": places["the inspection of the last value"],
  }))
    it(`ends a user expression ${name}`, async () => {
      const content = {
        code: "const before = 'before'; console.log('in it')",
        user_expressions: { a: expression },
      };
      const id = client().send("execute_request", content);
      await inIt(client(), id);
      await randomMoment(100, 200);
      client().wire.interrupt();
      assert.equal((await client().answer(id)).reply.ename, "Interrupted");
      assert.equal(await client().value("before"), "'before'");
    });

  it("ends, between cells, the inspection of a variable for the list of variables", async () => {
    const id = client().send("execute_request", {
      code: `let kept = 'kept', turns = 0;
        const looping = { [Symbol.for("nodejs.util.inspect.custom")]() { turns++; for (;;) {} } }; kept`,
    });
    await client().answer(id);
    const asked = client().send("aen.variables_request", {});
    await randomMoment(100, 200);
    client().wire.interrupt();
    await client().answer(asked);
    assert.equal(await client().value("[kept, looping.constructor.name]"), "[ 'kept', 'Object' ]");
    await client().value("delete (looping as any)[Symbol.for('nodejs.util.inspect.custom')]");
  });
}

async function inIt(client: TestClient, id: string): Promise<void> {
  const said = (message: JupyterMessage) => isOf(message, id) && printed(message).includes("in it");
  const isReply = ({ header }: JupyterMessage) => header.msg_type === "execute_reply";
  const first = await client.until((message) => said(message) || (isOf(message, id) && isReply(message)));
  assert.ok(said(first), JSON.stringify(first.content));
  await randomMoment(10, 40);
}
