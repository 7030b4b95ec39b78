/** A cell, and lines that its text, result or error must hold; `{n}` is the cell's number, `{cwd}` its folder. */
export interface StackSituation {
  readonly code: string;
  /** In order, though not next to each other. */
  readonly shown: readonly string[];
  /** Frames that it may show; by default those of `shown`. */
  readonly frames?: number;
}

/** The first cell: what the others call. It spreads over lines, so that compiled and written lines differ. */
export const preparation = `
import { failing } from "./failing";
import assert from "node:assert/strict";
import { execSync } from "node:child_process";
import fs from "node:fs";
import vm from "node:vm";

interface Place {
  line: number;
}

function boom(place?: Place): never {
  const unused: Place | undefined = place;
  throw new Error("boom");
}
const tell = (error: unknown) => console.log((error as Error).stack);
let late: Promise<void>;`;

/** A local module: its types take lines that are not in its JavaScript. */
export const failingModule = `export interface Reason {
  text: string;
}

export function failing(reason?: Reason): never {
  throw new RangeError(reason?.text ?? "failing");
}
`;

const boom = "at boom (Cell [1]:14:9)";

/** Every way in which a stack reaches the user. */
export const stacks: Readonly<Record<string, StackSituation>> = {
  "error.stack": {
    code: "type A = number;\n\ntry { boom(); } catch (error) { tell(error); }",
    shown: ["Error: boom", boom, "at Cell [{n}]:3:7"],
  },
  "a copy": {
    code: "\ntry { boom(); } catch (error) { throw structuredClone(error); }",
    shown: ["Error: boom", boom, "at Cell [{n}]:2:7"],
  },
  "a copied text": {
    code: "\ntry { boom(); } catch (error) { throw Object.assign(new Error('b'), { stack: (error as Error).stack }); }",
    shown: ["Error: b", boom, "at Cell [{n}]:2:7"],
  },
  "the copy of a local module's, as a cause": {
    code: "\ntry { failing(); } catch (error) { throw new Error('b', { cause: structuredClone(error) }); }",
    shown: ["Error: b", "at Cell [{n}]:2:42", "RangeError: failing", "at failing ({cwd}/failing.ts:6:9)"],
  },
  "console.error": {
    code: "\ntry { boom(); } catch (error) { console.error(error); }",
    shown: ["Error: boom", boom, "at Cell [{n}]:2:7"],
  },
  "console.log with a format": {
    code: "\nconsole.log('%o', new Error('a').stack);",
    shown: ["Error: a", "at Cell [{n}]:2:19"],
  },
  "console.trace": { code: "\n\nconsole.trace('here');", shown: ["Trace: here", "at Cell [{n}]:3:9"] },
  "a last value": { code: "const a = 1;\nnew Error('a')", shown: ["Error: a", "at Cell [{n}]:2:1"] },
  "a nested value": { code: "\n[{ error: new Error('a') }]", shown: ["Error: a", "at Cell [{n}]:2:11"] },
  "a cause": {
    code: "\nnew Error('a', { cause: new TypeError('b') })",
    shown: ["Error: a", "at Cell [{n}]:2:1", "[cause]: TypeError: b", "at Cell [{n}]:2:25"],
  },
  "settled promises": {
    code: "\nawait Promise.allSettled([\n  (async () => { boom(); })(),\n])",
    shown: ["reason: Error: boom", boom, "at Cell [{n}]:3:18", "at Cell [{n}]:3:28"],
  },
  "an error that ends the cell": {
    code: "\n\nboom();",
    shown: ["Error: boom", boom, "at Cell [{n}]:3:1"],
  },
  "an error after an await": {
    code: "await 0;\nconst f = async () => { await 0; boom(); };\nawait f();",
    shown: ["Error: boom", boom, "at f (Cell [{n}]:2:34)", "Cell [{n}]:3:1"],
  },
  "an error of a local module": {
    code: "\nfailing();",
    shown: ["RangeError: failing", "at failing ({cwd}/failing.ts:6:9)", "at Cell [{n}]:2:1"],
  },
  "the stack of such an error": {
    code: "try { failing(); } catch (error) { tell(error); }",
    shown: ["RangeError: failing", "at failing ({cwd}/failing.ts:6:9)", "at Cell [{n}]:1:7"],
  },
  "an error in a timer": {
    code: "\nsetTimeout(() => boom(), 1);\nawait new Promise((done) => setTimeout(done, 20));",
    shown: ["Error: boom", boom, "(Cell [{n}]:2:18)"],
  },
  "a stack in a tick": {
    code: "await new Promise<void>((done) => process.nextTick(() => {\n  tell(new Error('a'));\n  done();\n}));",
    shown: ["Error: a", "at Cell [{n}]:2:8"],
  },
  "a callback after the cell has ended": {
    code: "let end: () => void;\nlate = new Promise((done) => (end = done));\nsetTimeout(() => { try { boom(); } catch (error) { console.log(error); end(); } }, 1);",
    shown: ["Error: boom", boom, "(Cell [{n}]:3:26)"],
  },
  "a rejected last value": {
    code: "\nPromise.reject(new Error('a'))",
    shown: ["Error: a", "at Cell [{n}]:2:16"],
  },
  "code that is evaluated": {
    code: "\neval('boom()')",
    shown: ["Error: boom", boom, "at eval (eval at <anonymous> (Cell [{n}]:2:1), <anonymous>:1:1)"],
  },
  "a function made of text": {
    code: "\n\nnew Function('throw new Error(\"a\")')()",
    shown: [
      "Error: a",
      "at eval (eval at <anonymous> (Cell [{n}]:3:1), <anonymous>:3:7)",
      "at Cell [{n}]:3:37",
    ],
  },
  "another context": {
    code: "\nvm.runInNewContext('f()', { f: () => boom() })",
    shown: ["Error: boom", boom, "at f (Cell [{n}]:2:38)", "at evalmachine.<anonymous>:1:1"],
  },
  "an error of another context": {
    code: "\ntell(vm.runInNewContext('new Error(1)'))",
    shown: ["Error: 1", "at evalmachine.<anonymous>:1:1", "at Cell [{n}]:2:9"],
  },
  "a captured stack": {
    code: "const target: { stack?: string } = {};\nError.captureStackTrace(target);\ntell(target);",
    shown: ["at Cell [{n}]:2:7"],
  },
  "a method of the language": {
    code: "[1].forEach(() => {\n  console.trace('each');\n});",
    shown: ["Trace: each", "at Cell [{n}]:2:11", "at Array.forEach (<anonymous>)", "at Cell [{n}]:1:5"],
  },
  "a function of Node": {
    code: "try { fs.readFileSync('/missing'); } catch (error) { tell(error); }",
    shown: ["Error: ENOENT", "at Object.readFileSync (node:fs", "at Cell [{n}]:1:10"],
  },
  "an error with a code": {
    code: "try { Buffer.alloc('a' as never); } catch (error) { tell(error); }",
    shown: ["TypeError [ERR_INVALID_ARG_TYPE]: ", "at Cell [{n}]:1:14"],
  },
  "errors together": {
    code: "throw new AggregateError([\n  new Error('a'),\n  new TypeError('b'),\n], 'both');",
    shown: [
      "AggregateError: both",
      "at Cell [{n}]:1:7",
      "Error: a",
      "at Cell [{n}]:2:3",
      "TypeError: b",
      "at Cell [{n}]:3:3",
    ],
  },
  "a class": {
    code: "class Reader {\n  read(): void { boom(); }\n}\n\nnew Reader().read();",
    shown: ["Error: boom", boom, "at Reader.read (Cell [{n}]:2:18)", "at Cell [{n}]:5:14"],
  },
  "a stack that the user prepares": {
    code: "Error.prepareStackTrace = (_, sites) => `${sites.length} site`;\ntell(new Error('a'));\nError.prepareStackTrace = undefined as never;\ntell(new Error('b'));",
    shown: ["1 site", "Error: b", "at Cell [{n}]:4:6"],
  },
  "what a package calls": {
    code: "tf.tensor([1, 2]).matMul(tf.tensor([1]) as never)",
    shown: ["Error: Error in matMul", "at Cell [{n}]:1:19"],
  },
};

/** What an error shows besides its stack. */
export const fields: Readonly<Record<string, StackSituation>> = {
  "a missing file": {
    code: "fs.readFileSync('/missing')",
    shown: ["ENOENT", "at Cell [{n}]:1:4", "code: 'ENOENT'", "path: '/missing'"],
  },
  "a failed program": {
    code: "execSync('echo why >&2; exit 3', { stdio: 'pipe' })",
    shown: ["Command failed", "status: 3", "stderr: 'why\\n'"],
  },
  "fields of its own": {
    code: "throw Object.assign(new Error('a'), { code: 7, status: 404, extra: { list: [1] } })",
    shown: ["Error: a", "code: 7", "status: 404", "extra: { list: [ 1 ] }"],
  },
  "an assertion": { code: "assert.equal(1, 2)", shown: ["AssertionError", "1 !== 2", "actual: 1"] },
  "a cause of many causes": {
    code: "const deep = [1, 2, 3].reduce((cause, n) => new Error(`e${n}`, { cause }), new Error('e0'));\nthrow deep;",
    shown: ["Error: e3", "Caused by Error: e2", "Caused by Error: e1", "Caused by Error: e0"],
  },
  "a cause with fields": {
    code: "throw new Error('a', { cause: Object.assign(new Error('b'), { code: 'B' }) })",
    shown: ["Error: a", "Caused by Error: b", "{ code: 'B' }"],
  },
  "a cause that is no error": {
    code: "throw new Error('a', { cause: { code: 1 } })",
    shown: ["Error: a", "Caused by Thrown: { code: 1 }"],
  },
  "no error": { code: "throw { code: 1 }", shown: ["Thrown: { code: 1 }"] },
  "a getter that throws for its message": {
    code: "throw Object.defineProperty(new Error(), 'message', { get() { throw new Error('inner'); } })",
    shown: ["Error: (its message cannot be read: inner)", "at Cell [{n}]:1:"],
  },
  "a getter that throws for its stack": {
    code: "throw Object.defineProperty(new Error('a'), 'stack', { get() { throw 1; } })",
    shown: ["Error: a"],
  },
  "a getter that throws for its name": {
    code: "throw Object.defineProperty(new Error('a'), 'name', { get() { throw 1; } })",
    shown: ["Error: a", "at Cell [{n}]:1:29"],
  },
  "a getter that throws for its cause": {
    code: "throw Object.defineProperty(new Error('a'), 'cause', { get() { throw 1; } })",
    shown: ["Error: a", "at Cell [{n}]:1:29"],
  },
  "a getter of its own, which is not called": {
    code: "throw Object.defineProperty(new Error('a'), 'more', { enumerable: true, get() { throw 1; } })",
    shown: ["Error: a", "more: [Getter]"],
  },
  "a proxy": {
    code: "throw new Proxy(new Error('a'), { get() { throw new Error('trap'); } })",
    shown: ["Error: (its message cannot be read: trap)"],
  },
  "a field that cannot be printed": {
    code: "throw Object.assign(new Error('a'), { field: { [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; } } })",
    shown: ["Error: a", "at Cell [{n}]:1:21"],
  },
};
