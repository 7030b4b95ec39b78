import { parentPort } from "node:worker_threads";
import { ThreadInspector } from "../../../kernel/session/threadInspector.js";

const inspector = new ThreadInspector();
const heard: unknown[] = [];
// An inspector does not keep its thread running.
const awake = setInterval(() => {}, 1000);

function ask(expression: string): void {
  inspector.post("Runtime.evaluate", { expression }, (answer) => {
    heard.push((answer as { result: { value: unknown } }).result.value);
    inspector.post("Debugger.enable");
    if (expression === "'first'") end();
  });
}

/** Ends while an answer has come that nobody has heard yet. */
function end(): void {
  ask("'late'");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  inspector.end();
  setTimeout(() => {
    parentPort!.postMessage(heard);
    clearInterval(awake);
  }, 100);
}

ask("'first'");
