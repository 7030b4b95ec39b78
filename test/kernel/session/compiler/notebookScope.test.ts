import assert from "node:assert/strict";
import { NotebookScope } from "../../../../kernel/session/compiler/notebookScope.js";

interface Declared {
  readonly values?: readonly string[];
  readonly assignable?: readonly string[];
  readonly types?: readonly string[];
  readonly uses?: readonly string[];
}

describe("the scope of a notebook", () => {
  let scope: NotebookScope;
  beforeEach(() => (scope = new NotebookScope()));

  /** Commits a cell whose text is its number, all of whose values have run unless told otherwise. */
  function commit(
    number: number,
    { values = [], assignable = [], types = [], uses = [] }: Declared,
    ran: readonly string[] = values,
  ): void {
    const names = {
      values: new Set(values),
      assignable: new Set(assignable),
      types: new Set(types),
      exported: new Set<string>(),
    };
    const cell = { name: `/notes/__cell_${number}__.ts`, text: `${number}`, names, uses: new Set(uses) };
    scope.commit(cell, new Set(ran));
  }

  const prefix = (...hidden: string[]) => scope.prefix(() => true, new Set(hidden)).text;
  const file = (number: number) => `/notes/__cell_${number}__.ts`;

  it("gives a cell what earlier ones declared: constants by import, variables so that they can be assigned", () => {
    commit(1, { values: ["one", "word"], assignable: ["word"], types: ["Face"] });
    commit(2, { values: ["two"] });
    assert.equal(
      prefix(),
      'export {}; import { Face, one } from "./__cell_1__"; import { two } from "./__cell_2__"; ' +
        'declare let word: typeof import("./__cell_1__").word;\n',
    );
  });

  it("keeps a cell for what it adds to others' declarations, until another one adds all of it", () => {
    const adding = (number: number, augments: string[], value = "", uses: string[] = []) => {
      const values = new Set(value === "" ? [] : [value]);
      const names = {
        values,
        assignable: new Set<string>(),
        types: new Set<string>(),
        exported: new Set<string>(),
      };
      return { name: file(number), text: "", names, augments: new Set(augments), uses: new Set(uses) };
    };
    scope.commit(adding(1, ["global a", "global b"]), new Set());
    scope.commit(adding(2, ["global b"]), new Set());
    assert.deepEqual([...scope.files], [file(1), file(2)]);
    scope.commit(adding(3, ["global a"]), new Set());
    scope.commit(adding(4, ["global d"], "d"), new Set(["d"]));
    assert.deepEqual([...scope.copy().files], [file(2), file(3), file(4)]);
    assert.deepEqual(scope.replacedBy(adding(5, ["global b", "global e"])), [file(2)]);
    assert.deepEqual(scope.replacedBy(adding(5, ["global b"], "", [file(2)])), []);
    assert.deepEqual(scope.replacedBy(adding(5, ["global d"])), []);
    assert.deepEqual(scope.replacedBy(adding(5, ["global d"], "d")), [file(4)]);
  });

  it("stands on one line, so that the cell's lines begin at the second", () => {
    assert.equal(prefix(), "export {};\n");
    commit(1, { values: ["a", "b"], assignable: ["b"] });
    assert.equal(prefix().split("\n").length, 2);
  });

  it("leaves out what the cell declares itself and what it does not mention, and tells whose names are used", () => {
    commit(1, { values: ["a"] });
    commit(2, { values: ["b"] });
    commit(3, { values: ["c"] });
    const { text, uses } = scope.prefix((name) => name !== "b", new Set(["c"]));
    assert.equal(text, 'export {}; import { a } from "./__cell_1__";\n');
    assert.deepEqual([...uses], [file(1)]);
  });

  it("takes over no value whose declaration has not run", () => {
    commit(1, { values: ["before", "never"], types: ["Face"] }, ["before"]);
    assert.deepEqual(scope.names.sort(), ["Face", "before"]);
  });

  it("keeps an earlier cell's name when its redeclaration has not run", () => {
    commit(1, { values: ["a"] });
    commit(2, { values: ["a"] }, []);
    assert.match(prefix(), /import \{ a \} from ".\/__cell_1__"/);
    assert.equal(scope.text(file(2)), undefined);
  });

  it("forgets a cell once all its names belong to later ones", () => {
    commit(1, { values: ["a", "b"] });
    commit(2, { values: ["a"] });
    assert.deepEqual([...scope.files], [file(1), file(2)]);
    commit(3, { values: ["b"] });
    assert.deepEqual([...scope.files], [file(2), file(3)]);
    assert.equal(scope.text(file(1)), undefined);
    assert.equal(scope.text(file(3)), "3");
  });

  it("keeps a cell whose types a later one still refers to, through others if need be", () => {
    commit(1, { types: ["Face"] });
    commit(2, { values: ["face"], uses: [file(1)] });
    commit(3, { values: ["faces"], uses: [file(2)] });
    commit(4, { values: ["face"], types: ["Face"] });
    assert.deepEqual([...scope.files], [1, 2, 3, 4].map(file));
    commit(5, { values: ["faces"] });
    assert.deepEqual([...scope.files], [4, 5].map(file));
  });
});
