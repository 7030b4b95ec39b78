import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkLanguage } from "../../../kernel/notebook/notebookLanguage.js";
import { notebookOf } from "./cell.js";

describe("a notebook's language", () => {
  const check = (metadata: unknown) => () =>
    checkLanguage({ ...notebookOf(), metadata: metadata as never }, "a.ipynb");

  it("is refused by name where it is another one", () => {
    assert.throws(check({ kernelspec: { name: "python3", language: "python" } }), {
      name: "NotebookFileError",
      message:
        'a.ipynb is a notebook in python (its kernel is "python3"); aen runs TypeScript and JavaScript. Run it with its own kernel: jupyter execute a.ipynb',
    });
    assert.throws(check({ language_info: { name: "R" } }), /a\.ipynb is a notebook in R; aen runs/);
  });

  it("may be TypeScript or JavaScript, or not be said", () => {
    const allowed = [
      ...["typescript", "TypeScript", "javascript"].map((language) => ({ kernelspec: { language } })),
      ...[{}, undefined, null, { kernelspec: null }, { kernelspec: { language: 7 } }, { language_info: {} }],
    ];
    for (const metadata of allowed) assert.doesNotThrow(check(metadata), JSON.stringify(metadata));
  });
});
