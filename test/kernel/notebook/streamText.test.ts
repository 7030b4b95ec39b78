import assert from "node:assert/strict";
import fc from "fast-check";
import { StreamText } from "../../../kernel/notebook/streamText.js";

function shown(...pieces: string[]): string {
  const text = new StreamText();
  for (const piece of pieces) text.add(piece);
  return text.text;
}

/** What a terminal shows: one character after the other, at the cursor. */
function onTerminal(text: string): string {
  const lines: string[][] = [[]];
  let column = 0;
  for (const character of text)
    if (character === "\r") column = 0;
    else if (character === "\n") {
      lines.push([]);
      column = 0;
    } else lines.at(-1)![column++] = character;
  return lines.map((line) => line.join("")).join("\n");
}

describe("the text of a stream", () => {
  it("is what a terminal would show, wherever the pieces end", () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", "\r", "\n"), maxLength: 6 }));
    fc.assert(
      fc.property(pieces, (given) => {
        const ended = [...given, "\n"];
        assert.equal(shown(...ended).replaceAll("\r\n", "\n"), onTerminal(ended.join("")));
        assert.equal(shown(...ended), shown(ended.join("")), "pieces do not matter");
        assert.equal(onTerminal(shown(...given)), onTerminal(given.join("")), "an unfinished line");
      }),
    );
  });

  it("keeps the line ends of Windows, also those that come in two pieces", () => {
    for (const pieces of [["a\r\nb\r\n"], ["a\r", "\nb", "\r\n"]])
      assert.equal(shown(...pieces), "a\r\nb\r\n");
  });

  it("grows by a piece without another look at what is there: that of 100,000 lines would take minutes", () => {
    const text = new StreamText();
    let length = 0;
    for (let index = 0; index < 100_000; index++) {
      text.add(`${"x".repeat(110)}\n`);
      length = text.text.length;
    }
    assert.equal(length, 11_100_000);
  });
});
