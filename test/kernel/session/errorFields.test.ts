import assert from "node:assert/strict";
import { ownFields } from "../../../kernel/session/errorFields.js";

describe("an error's own fields", () => {
  const fields: Record<string, [own: object, lines: string[]]> = {
    none: [{}, []],
    "code and path": [{ code: "ENOENT", path: "/a" }, ["{ code: 'ENOENT', path: '/a' }"]],
    "what a traceback shows elsewhere": [{ name: "A", message: "b", stack: "c", cause: 1, errors: [] }, []],
    "what a program has printed, once and as text": [
      { status: 1, stdout: Buffer.from("é"), stderr: "why", output: [null, "é", "why"] },
      ["{ status: 1, stdout: 'é', stderr: 'why' }"],
    ],
    "an output that is no program's": [{ output: 1 }, ["{ output: 1 }"]],
  };
  for (const [name, [own, lines]] of Object.entries(fields)) {
    it(`are shown: ${name}`, () => assert.deepEqual(ownFields(Object.assign(new Error("e"), own)), lines));
  }

  it("leave the error itself out, and call no getter", () => {
    const error = Object.assign(new Error("e"), { self: undefined as unknown });
    error.self = error;
    Object.defineProperty(error, "more", { enumerable: true, get: () => assert.fail("called") });
    Object.defineProperty(error, "hidden", { value: 1 });
    assert.deepEqual(ownFields(error), ["{ more: [Getter] }"]);
  });

  it("are cut where they are long", () => {
    const lines = ownFields(
      Object.assign(
        new Error("e"),
        Object.fromEntries(
          "abcdefghijklmnopqrstuvwxyz".split("").flatMap((a) => [
            [a, "x".repeat(70)],
            [`${a}2`, 1],
          ]),
        ),
      ),
    );
    assert.equal(lines.length, 31);
    assert.equal(lines.at(-1), "... 24 more lines");
  });
});
