import assert from "node:assert/strict";
import { executed } from "./memoryProgram.js";

const before = "export {}; declare let x: any, y: any, f: any, items: any; declare const C: any;";

/** Runs a cell after others that have declared x, y, f, items and C, and gives what is in the scope afterwards. */
async function after(code: string, scope: Record<string, unknown> = {}) {
  return executed(code, { x: 1, y: 2, ...scope }, { before });
}

/** The value of the cell's last expression. */
async function value(code: string, scope?: Record<string, unknown>): Promise<unknown> {
  return (await after(code, scope)).result;
}

describe("references to the names of a notebook", () => {
  const expressions: Record<string, unknown> = {
    "x + y": 3,
    "x++ + ++x": 4,
    "typeof x": "number",
    "[x, y] = [y, x]; [x, y]": [2, 1],
    "({ x, y: [y = 5] } = { x: 7, y: [] }); [x, y]": [7, 5],
    "({ x, y, z: x })": { x: 1, y: 2, z: 1 },
    "({ [x]: y, x() { return x } })[1]": 2,
    "({ x: 3 }).x": 3,
    "`${x}${`${y}`}`": "12",
    "x satisfies number as any": 1,
    "for (x of [5, 6]); x": 6,
    "for (x in { key: 1 }); x": "key",
    "for (let i = x; i < 4; i++) x = i; x": 3,
    "x ||= 9; y &&= 8; [x, y]": [1, 8],
    "x: for (;;) { break x } x": 1,
  };
  for (const [code, expected] of Object.entries(expressions)) {
    it(`read and write the scope: ${code}`, async () => assert.deepEqual(await value(code), expected));
  }

  const shadowed: Record<string, unknown> = {
    "((x) => x)(5)": 5,
    "(() => { let x = 5; x++; return x })() + x": 7,
    "(function x() { return typeof x })()": "function",
    "(({ x }, [y] = [x]) => [x, y])({ x: 8 })": [8, 8],
    "(() => { { let x = 5; } return x })()": 1,
    "(() => { try { throw 4 } catch (x) { return x } })()": 4,
    "(() => { for (const x of [9]) return x })()": 9,
    "(() => { var x = 3; return ({ x }).x })()": 3,
    "new (class { x = 5; m() { return this.x + x } })().m()": 6,
  };
  for (const [code, expected] of Object.entries(shadowed)) {
    it(`leave alone what only has the same name: ${code}`, async () =>
      assert.deepEqual(await value(code), expected));
  }

  it("call functions without `this`, with every kind of call", async () => {
    const f = function (this: unknown, ...args: unknown[]) {
      return [this === undefined, args.length];
    };
    const code =
      "[f(1), f?.(1, 2), f`a${x}`, (f as any)(), f!(1), (<any>f)(), (f satisfies any)(), f<number>(1)]";
    assert.deepEqual(await value(code, { f }), [
      [true, 1],
      [true, 2],
      [true, 2],
      [true, 0],
      [true, 1],
      [true, 0],
      [true, 0],
      [true, 1],
    ]);
    assert.equal(await value("f?.(1)", { f: undefined }), undefined);
    assert.equal(
      await value("new C(4).w", {
        C: class {
          constructor(readonly w: number) {}
        },
      }),
      4,
    );
  });

  it("name the functions and classes that are assigned to them", async () => {
    const code =
      "const a = () => 1, b = function () {}, c = class {}, d = (async () => {}) as any, e = function own() {}; [a, b, c, d, e].map((each) => each.name)";
    assert.deepEqual(await value(code), ["a", "b", "c", "d", "own"]);
  });

  const assignments = [
    ...[
      "x = 5",
      "x += 2",
      "x **= 3",
      "x ??= 4",
      "x &&= y = 6",
      "x++",
      "--x",
      "(x = 7)",
      "x = 1, y = 8",
      "f.a = x",
    ],
    ...["({ x } = f)", "({ x, ...y } = f)", "({ b: { c: x } } = f)", "({ x: f.d, y: f['e'] = 3 } = f)"],
    ...[
      "[x, y] = [y, x]",
      "[x, , y] = items",
      "[...items] = [4, 5]",
      "[[x], { y }] = [[1], { y: 2 }]",
      "[x] = 'xy'",
    ],
    ...[
      "[x = 9] = []",
      "({ x: [y = 1] = [] } = {})",
      "({ x } = f), ({ length: y } = items)",
      "({ ['x']: x } = f)",
    ],
  ];
  it("show the value that was assigned, and assign it, where an assignment of any form ends a cell", async () => {
    for (const code of assignments) {
      const prepared = () => ({ x: 1, y: 2, f: { x: 3, b: { c: 4 } } as object, items: [1, 2, 3] });
      const oracle = new Function(
        "x",
        "y",
        "f",
        "items",
        `const shown = (${code}); return { shown, x, y, f, items };`,
      );
      const { x, y, f, items } = prepared();
      const { shown, ...left } = oracle(x, y, f, items) as Record<string, unknown>;
      const { result, scope } = await after(`// @ts-nocheck\n${code}`, prepared());
      assert.deepEqual(result, shown, code);
      assert.deepEqual({ ...scope, C: undefined }, { ...left, C: undefined }, code);
    }
  });

  const naming = [
    ...["f = () => 1", "f = function () {}", "f = class {}", "f = async function* () {}", "f = (() => 1)"],
    ...["f = function own() {}", "f = class { static name = 'own' }", "f = y = () => 1", "f ??= () => 1"],
    ...["f ||= () => 1", "f = 1; f &&= () => 1", "x.f = () => 1; f = x.f", "x = { f() {} }; f = x.f"],
    ...[
      "[f = () => 1] = []",
      "({ f = () => 1 } = {})",
      "({ x: f = class {} } = {})",
      "[[f = () => 1]] = [[]]",
    ],
    ...["({ f } = { f: () => 1 })", "({ y: { f = () => 1 } = {} } = {})", "[f] = [() => 1]"],
    ...["for (f = () => 1; false;);", "for ([f = () => 1] of [[]]);", "((g = () => 1) => (f = g))()"],
    ...[
      "var { g = () => 1 } = {}; f = g",
      "const [h = () => 1] = []; f = h",
      "let { x: i = class {} } = {}; f = i",
    ],
    ...[
      "const j = () => 1; f = j",
      "for (var [k = () => 1] of [[]]) f = k",
      "function l(a) { return a } f = l",
    ],
  ];
  it("give functions the names that JavaScript gives them, however they are assigned", async () => {
    for (const code of naming) {
      const expected = new Function(`let x = {}, y, f, items; ${code}; return [f.name];`)() as string[];
      const scope = { x: {}, y: undefined, f: undefined };
      assert.deepEqual(await value(`// @ts-nocheck\n${code}; [f.name]`, scope), expected, code);
    }
  });

  it("of a class inside itself are the class, also while its static parts run and after its name has gone", async () => {
    const code =
      "class A { static first = new A(); static made = 0; static { A.made++ } again() { return new A() } } const one = A.first, made = A.made; (A as any) = undefined; [one.again().constructor === one.constructor, made]";
    assert.deepEqual(await value(code), [true, 1]);
  });

  it("of an enum or a namespace inside itself are what is being made", async () => {
    const code =
      "enum E { A = `xy`.length * x, B = E.A + 1 } namespace N { export const a = 1; export const b = N.a + 1; } [E.B, N.b]";
    assert.deepEqual(await value(code), [3, 2]);
  });

  it("extend a class of an earlier cell", async () => {
    const code = "class D extends C implements Partial<D> { w = this.m() + 1 } new D().w";
    assert.equal(
      await value(code, {
        C: class {
          m = () => 1;
        },
      }),
      2,
    );
  });
});

describe("`var` below the top level", () => {
  it("belongs to the whole cell", async () => {
    const code =
      "for (var i = 0, n = 2; i < n; i++) { var last = i } if (x) { var { a, b: [c] } = { a: 1, b: [2] } } for (var item of [7]); for (var key in { k: 1 }); try { var none; } finally {} [i, last, a, c, item, key]";
    const { result, scope } = await after(code);
    assert.deepEqual(result, [2, 1, 1, 2, 7, "k"]);
    assert.deepEqual([scope.i, scope.last, scope.key], [2, 1, "k"]);
  });

  it("is declared for the cells after it, whether it has been reached or not", async () => {
    const { scope, ran } = await after("if (!x) { var never = 1 } for (var i = 0; i < 3; i++);");
    assert.deepEqual(ran.toSorted(), ["i", "never"]);
    assert.ok("never" in scope);
    assert.deepEqual([scope.never, scope.i], [undefined, 3]);
  });

  it("stays in its function", async () => {
    const { scope, ran } = await after("const g = () => { var inner = 1; return inner }; g();");
    assert.ok(!("inner" in scope));
    assert.deepEqual(ran, ["g"]);
  });
});

describe("waiting in a cell", () => {
  it("looks after each await whether the cell has been stopped, and passes the value on", async () => {
    const { result, looks } = await after(
      "const wait = async () => (await Promise.resolve(x)) + (await y); [await wait(), await 0]",
    );
    assert.deepEqual([result, looks], [[3, 0], 4]);
  });

  it("looks in each turn of `for await`, with a block or without", async () => {
    const { result, looks } = await after(
      "let sum = 0; for await (const n of [1, 2]) sum += n; for await (x of [3]) { sum += x } sum",
    );
    assert.deepEqual([result, looks], [6, 3]);
  });

  it("loads modules and knows its file by the run time", async () => {
    const modules = { "./a.js": { one: 1 } };
    const { result } = await executed("[(await import('./a.js')).one, import.meta.url]", {}, { modules });
    assert.deepEqual(result, [1, "file:///cell.ts"]);
  });
});
