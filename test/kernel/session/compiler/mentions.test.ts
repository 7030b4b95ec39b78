import assert from "node:assert/strict";
import { MentionSearch } from "../../../../kernel/session/compiler/mentions.js";
import { namedHere } from "../../../../kernel/session/compiler/namedHere.js";
import { notebook } from "./askedNotebook.js";

describe("the places where a name is written", () => {
  const found = (isRenaming: boolean, ...marked: string[]) => {
    const { places, cell, position } = notebook.placed(...marked);
    return new MentionSearch(places, isRenaming)
      .of(namedHere(places, cell, position)!)
      .filter(({ file, start, length }) => places.placesOf(file, start, length).length > 0);
  };

  it("say what a new name needs around it", () => {
    const [, use] = found(true, "const si|ze = 1;", "({ size })");
    assert.deepEqual([use.before, use.after], ["size: ", ""]);
  });

  it("say which of them declares it", () => {
    const all = found(false, "let si|ze = 1;\nsize = 2;", "size");
    assert.deepEqual(
      all.map(({ isDeclaration }) => isDeclaration),
      [true, false, false],
    );
  });
});
