import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { packageRoot } from "../../../kernel/files/packageRoot.js";
import { tslabModule } from "../../../kernel/session/tslabModule.js";
import { recordedCell } from "./recordedCell.js";

type Show = Record<string, (...content: unknown[]) => void>;

describe("the module tslab", () => {
  const { display, newDisplay, versions } = tslabModule() as {
    display: Show;
    newDisplay: () => Show;
    versions: Record<string, string>;
  };

  /** What a body shows: how, what, and in which of the places, numbered by when they came up. */
  function shown(body: () => void): unknown[] {
    const { cell, outputs } = recordedCell();
    runInCell(cell, body);
    const places: unknown[] = [];
    return outputs.map((output) => {
      if (output.output_type !== "display_data" && output.output_type !== "update_display_data")
        return output.output_type;
      const id = output.transient?.display_id;
      if (!places.includes(id)) places.push(id);
      return [output.output_type, output.data, places.indexOf(id)];
    });
  }

  const forms: [name: string, type: string, content: string | Uint8Array, data: string][] = [
    ["javascript", "text/javascript", "f()", "f()"],
    ["html", "text/html", "<b>", "<b>"],
    ["markdown", "text/markdown", "*a*", "*a*"],
    ["latex", "text/latex", "$a$", "$a$"],
    ["svg", "image/svg+xml", "<svg/>", "<svg/>"],
    ["text", "text/plain", "a", "a"],
    ["png", "image/png", Uint8Array.of(1, 2), "AQI="],
    ["jpeg", "image/jpeg", Uint8Array.of(255), "/w=="],
    ["gif", "image/gif", Uint8Array.of(0), "AA=="],
    ["pdf", "application/pdf", new Uint8Array(), ""],
  ];
  for (const [name, type, content, data] of forms) {
    it(`shows ${name}`, () => {
      assert.deepEqual(
        shown(() => display[name](content)),
        [["display_data", { [type]: data }, 0]],
      );
    });
  }

  it("shows any type as it is given, each time in a new place", () => {
    assert.deepEqual(
      shown(() => (display.raw("a/b", "as it is"), display.raw("a/b", Uint8Array.of(1, 2)))),
      [
        ["display_data", { "a/b": "as it is" }, 0],
        ["display_data", { "a/b": "AQI=" }, 1],
      ],
    );
  });

  it("has displays whose new contents replace the old ones, each its own", () => {
    assert.deepEqual(
      shown(() => {
        const [one, two] = [newDisplay(), newDisplay()];
        one.text("1");
        two.text("2");
        one.html("<b>3</b>");
      }),
      [
        ["display_data", { "text/plain": "1" }, 0],
        ["display_data", { "text/plain": "2" }, 1],
        ["update_display_data", { "text/html": "<b>3</b>" }, 0],
      ],
    );
  });

  it("tells the versions of what really runs", () => {
    const manifest = (folder: string) =>
      (
        JSON.parse(readFileSync(path.join(packageRoot, folder, "package.json"), "utf8")) as {
          version: string;
        }
      ).version;
    assert.equal(versions.aen, manifest("."));
    assert.equal(versions.node, process.version);
    assert.ok(manifest("node_modules/typescript").startsWith(`${versions.typescript}.`));
  });
});
