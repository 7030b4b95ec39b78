import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const sources = readdirSync("extension", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join("extension", file), "utf8"))
  .join("\n");
const listed: string[] = manifest.contributes.commands.map((each: { command: string }) => each.command);

describe("The contributions in package.json", () => {
  it("list every command that has a handler, and no other", () => {
    const handled = [...sources.matchAll(/^\s+"(aen\.[\w.]+)": (?:async )?\(/gm)].map(([, id]) => id);
    assert.deepEqual([...new Set(handled)].sort(), [...listed].sort());
  });

  it("name only commands that are listed, in menus, keys and texts", () => {
    const texts = readFileSync("package.nls.json", "utf8");
    const { menus, keybindings } = manifest.contributes;
    const used = [
      ...JSON.stringify([menus, keybindings]).matchAll(/"command":"(aen\.[\w.]+)"/g),
      ...texts.matchAll(/\(command:(aen\.[\w.]+)\)/g),
    ].map(([, id]) => id);
    assert.ok(used.length > 20);
    assert.deepEqual(
      used.filter((id) => !listed.includes(id) && !/^aen\.\w+\.focus$/.test(id)),
      [],
    );
  });

  it("take no key from a text: neither a cell's, nor one typed into an output or a field", () => {
    const { keybindings } = manifest.contributes as { keybindings: { key: string; when: string }[] };
    for (const { key, when } of keybindings) {
      const terms = when.split(" && ");
      assert.ok(terms.includes("notebookEditorFocused") && terms.includes("!inputFocus"), key);
      assert.ok(
        terms.some((term) => /^!notebookOutput(Input)?Focused$/.test(term)),
        key,
      );
    }
  });

  it("give the keys of a notebook's command mode to notebooks of our kernel alone", () => {
    const { keybindings } = manifest.contributes as {
      keybindings: { key: string; command: string; when: string }[];
    };
    const plain = keybindings.filter(({ key }) => !/ctrl|alt/.test(key));
    assert.deepEqual(
      plain.map(({ key }) => key),
      ["a", "b", "x", "c", "v", "shift+v", "d d", "z", "shift+z"],
    );
    for (const { when } of plain)
      assert.match(when, /^notebookKernel == 'aen-notebook\.aen-notebook\/aen-notebook'/);
  });

  it("have a text for every key, and no text without one", () => {
    const texts = Object.keys(JSON.parse(readFileSync("package.nls.json", "utf8")));
    const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(keys)].sort(), texts.sort());
  });

  it("name only settings that are read, and every setting that is read", () => {
    const named = Object.keys(manifest.contributes.configuration.properties);
    const read = [...sources.matchAll(/\.get<\w+>\("((?:views\.)?\w+)"/g)].map(([, key]) => `aen.${key}`);
    assert.deepEqual([...new Set(read)].sort(), named.sort());
  });

  it("wake the extension for notebooks alone", () => {
    assert.deepEqual(manifest.activationEvents, ["onNotebook:jupyter-notebook"]);
  });

  it("name only pictures that exist, as SVG, which VS Code draws in the colours of its theme", () => {
    const walkthroughs = manifest.contributes.walkthroughs as { steps: { media: { svg: string } }[] }[];
    for (const { media } of walkthroughs.flatMap(({ steps }) => steps))
      assert.match(readFileSync(media.svg, "utf8"), /^<svg/);
  });
});
