import assert from "node:assert/strict";
import { SourceMap } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { framesOf, showUsersStacks } from "../../../kernel/session/cellStacks.js";
import { registerScript } from "../../../kernel/session/stackTrace.js";
import { recordedCell } from "./recordedCell.js";

/** Line 1, column 0 of the code was line 3, column 4 of the source. */
const map = new SourceMap({
  version: 3,
  file: "",
  sources: ["cell.ts"],
  sourceRoot: "",
  sourcesContent: [],
  names: [],
  mappings: "AAEI",
});

describe("a stack that is made while cells run", () => {
  let restore: () => void;
  const { cell } = recordedCell();
  const own = path.join(packageRoot, "kernel", "cli.js");
  const aPackage = "/notes/node_modules/deep/index.js";

  before(() => {
    registerScript("Cell [951]", map);
    restore = showUsersStacks();
  });
  after(() => restore());

  /** A function of a script with one line. */
  const made = <T>(filename: string, code: string) =>
    new vm.Script(code, { filename }).runInThisContext() as T;
  const thrower = (filename: string) => made<() => Error>(filename, "() => new Error('e')");
  const caller = (filename: string) => made<(next: () => Error) => Error>(filename, "(next) => next()");
  const frames = (error: Error) =>
    error
      .stack!.split("\n")
      .slice(1)
      .map((line) => line.trim());

  it("has the user's lines, without the kernel's above, between and below them", () => {
    const error = runInCell(cell, () => caller(own)(() => caller("Cell [951]")(thrower("/notes/lib.js"))));
    assert.match(frames(error)[0], /^at \/notes\/lib\.js:1:7$/);
    assert.equal(frames(error)[1], "at Cell [951]:3:5");
    assert.doesNotMatch(error.stack!, /cli\.js|cellContext/);
    assert.deepEqual(
      framesOf(error).slice(0, 2),
      frames(error)
        .slice(0, 2)
        .map((frame) => `    ${frame}`),
    );
  });

  it("has those outside of cells, too, once a cell is in it", () => {
    assert.ok(frames(caller("Cell [951]")(thrower("/notes/lib.js"))).includes("at Cell [951]:3:5"));
  });

  it("is Node's own elsewhere", () => {
    assert.match(caller(own)(thrower("/notes/lib.js")).stack!, /at \/notes\/lib\.js:1:7\n.*cli\.js/);
  });

  it("has the user's line below the deep calls of a package, and no more calls than Node shows", () => {
    const deep = made<(n: number, next: () => Error) => Error>(
      aPackage,
      "(function deep(n, next) { return n === 0 ? next() : deep(n - 1, next) })",
    );
    const error = runInCell(cell, () =>
      made<(deep: unknown) => Error>("Cell [951]", "(deep) => deep()")(() => deep(30, thrower(aPackage))),
    );
    assert.ok(frames(error).includes("at Cell [951]:3:5"), error.stack);
    assert.ok(frames(error).length <= 15);
    const recursive = runInCell(cell, () =>
      made<(n: number) => Error>(
        "Cell [951]",
        "(function f(n) { return n === 0 ? new Error('e') : f(n - 1) })",
      )(30),
    );
    assert.equal(frames(recursive).length, 10);
  });

  it("begins as Node lets it begin", () => {
    const heads: [() => unknown, string][] = [
      [() => new TypeError("a\nb"), "TypeError: a\nb\n"],
      [() => Buffer.alloc("a" as never), "TypeError [ERR_INVALID_ARG_TYPE]: The"],
      [() => Object.defineProperty(new Error("a"), "name", { get: () => assert.fail() }), "Error\n"],
    ];
    for (const [body, head] of heads) {
      const error = runInCell(cell, () => {
        try {
          return body();
        } catch (thrown) {
          return thrown;
        }
      }) as Error;
      const stack = runInCell(cell, () => error.stack!);
      assert.ok(stack.startsWith(head), stack);
    }
  });

  it("is prepared by the user's function where there is one, and by none of it afterwards", () => {
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = (_, sites) => sites.map((site) => site.getFileName());
    const error = runInCell(cell, () => caller(own)(thrower("/notes/lib.js")));
    const files = error.stack as unknown as string[];
    assert.ok(files.includes("/notes/lib.js") && !files.includes(own), String(files));
    const wrapped = Error.prepareStackTrace;
    Error.prepareStackTrace = undefined as never;
    Error.prepareStackTrace = wrapped;
    assert.equal(Error.prepareStackTrace, wrapped, "what a package saves it can put back");
    Error.prepareStackTrace = before;
    assert.equal(Error.prepareStackTrace, before);
  });

  it("has no frames where it cannot be read", () => {
    assert.deepEqual(framesOf({}), []);
    assert.deepEqual(framesOf({ stack: 1 }), []);
  });

  it("is put at the user's lines once, whoever has written or copied it", () => {
    const error = runInCell(cell, thrower("Cell [951]"));
    const copies = [error, structuredClone(error), Object.assign(new Error("f"), { stack: error.stack })];
    for (const copy of copies) assert.equal(framesOf(copy)[0], "    at Cell [951]:3:5");
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = ({ message }, sites) => `${message}\n    at ${sites[0]}`;
    const byUser = runInCell(cell, thrower("Cell [951]"));
    assert.match(byUser.stack!, /Cell \[951\]:1:7/, "what the user's function is given");
    Error.prepareStackTrace = before;
    assert.deepEqual(framesOf(byUser), ["    at Cell [951]:3:5"]);
  });
});

describe("the way stacks are made", () => {
  it("is as before once it is restored", () => {
    const before = [Object.getOwnPropertyDescriptor(Error, "prepareStackTrace"), Error.stackTraceLimit];
    showUsersStacks()();
    assert.deepEqual(
      [Object.getOwnPropertyDescriptor(Error, "prepareStackTrace"), Error.stackTraceLimit],
      before,
    );
  });
});
