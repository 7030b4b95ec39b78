import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { bareTexts } from "./bareTexts.js";
import { type FoundTexts, placesOf, programOf, sourcesOfViews, wordedTexts } from "./wordedTexts.js";

const root = process.cwd();
const german = JSON.parse(readFileSync("kernel/words/german.json", "utf8")) as Record<string, string>;

/** What a kernel alone writes, which stays English; and what a lesson's check says in the lesson's own language. */
const ofKernels =
  /^kernel\/(?:figures\/(?:bundles|calibration|exerciseCheck|theme|trainingBoard\/boardOfRun)|metrics\/)/;
/** Texts for terminals, in modules that also have texts for views. */
const forTerminals = new Set(["overviewText", "facesOf", "timelineText", "confusionReport"]);
/** What a program reads: selectors, media queries, markup, policies, lists of elements, keys, names of data. */
const forPrograms =
  /^[(<]|^img-src|^Accel |^(?:path|button|input), |^(?:a abbr|dt em|picture pre|td tfoot|circle |stop symbol)|^:root|^const weights|^high contrast$|^High Contrast$|^(?:row|column) rate$|^(?:fused groups|group of the emotion|sentiment head|[UW]AR %)$/;
/** Told where no language is known yet: to JupyterLab's list of plugins, and to its console. */
const beforeLanguage = /^(?:Draws confusion matrices|Shows exercises of AEN|AEN's views need JupyterLab)/;

function functionAround(node: ts.Node): string {
  const around = ts.findAncestor(node, ts.isFunctionDeclaration);
  return around?.name?.text ?? "";
}

/** @param text without a translation of its own; a key that is given on by name has one */
function isExcused(text: string, node: ts.Node): boolean {
  if (Object.hasOwn(german, text)) return true;
  return forPrograms.test(text) || beforeLanguage.test(text) || forTerminals.has(functionAround(node));
}

describe("The texts of the views", function () {
  this.timeout(60_000);
  const files = sourcesOfViews(root);
  let found: FoundTexts;
  before(() => (found = wordedTexts(root, programOf(root, files), files)));

  it("are written out, have a value for each place, and are read when they are shown", () => {
    assert.deepEqual(found.faults, []);
  });

  it("have a German text each, and no German text is left over", () => {
    const texts = [...new Set(found.texts.map(({ text }) => text))].sort();
    assert.ok(texts.length > 200, `${texts.length} texts`);
    assert.deepEqual(Object.keys(german).sort(), texts);
  });

  it("have the same places in German, and no ends that are left blank", () => {
    for (const [english, text] of Object.entries(german)) {
      assert.deepEqual(placesOf(text), placesOf(english), english);
      assert.equal(/^\s/.test(text), /^\s/.test(english), english);
      assert.doesNotMatch(text, /^$|\s$/, english);
    }
  });

  it("come from the catalog wherever a person reads or hears them", () => {
    const bare = files
      .filter((file) => !ofKernels.test(file))
      .flatMap((file) => bareTexts(parsed(file, readFileSync(file, "utf8")), isExcused));
    assert.deepEqual(bare, []);
  });

  it("are noticed when they are bare: in markup, in attributes, in properties, and where they are said", () => {
    const code = `
      html\`<p title="Tip" class="two words">Hello \${a ? "there" : worded("x")}</p><b aria-label=\${"Name"}></b>\`;
      const spec = { title: open ? "Loss" : null, type: "quantitative" };
      element.textContent = \`\${count} left\`;
      element.setAttribute("aria-label", "Cells");
      this.say("Done");
      log(worded("said by catalog"), "two words");`;
    const texts = bareTexts(parsed("a.ts", code), () => false).map((one) => one.split(": ").at(-1));
    for (const text of ["Tip", "Loss", "left", "Cells", "Done", "two words", "Name", "there"])
      assert.ok(texts.some((one) => one?.trim() === text) || texts.join().includes(text), text);
    assert.ok(!texts.includes("said by catalog"));
  });
});

function parsed(name: string, code: string): ts.SourceFile {
  return ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
}
