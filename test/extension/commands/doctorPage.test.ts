import "../standIn/register.js";
import assert from "node:assert/strict";
import { missing, needed, ready } from "../../../kernel/doctor/finding.js";
const { actionsFor, doctorPage } = await import("../../../extension/commands/doctorPage.js");

const ffmpeg = missing("ffmpeg", "not found", "For videos. `apt-get install ffmpeg`, or set `FFMPEG_PATH`.");

describe("what can be done about a finding", () => {
  it("is to type each of its commands into a terminal", () => {
    assert.deepEqual(actionsFor(ffmpeg), [{ type: "terminal", text: "apt-get install ffmpeg" }]);
  });

  it("is done at once where AEN Notebook has a command for it", () => {
    const jupyter = missing("Jupyter", "without the kernel", "`aen jupyter install --user` adds it.");
    assert.deepEqual(actionsFor(jupyter), [{ type: "installJupyter" }]);
  });

  it("is to copy it where there is nothing to run", () => {
    assert.deepEqual(actionsFor(ready("Node.js", "22.1.0")), [{ type: "copy", text: "Node.js: 22.1.0" }]);
  });
});

describe("the page of findings", () => {
  const page = doctorPage(
    [ffmpeg, ready("GPU", "<b>none</b>"), needed("Node.js", "18", "Install 20.")],
    "secret",
  );

  it("has a button for every finding, which says what it is for", () => {
    const buttons = [...page.matchAll(/<button [^>]*aria-label="([^"]*)"/g)].map(([, label]) => label);
    assert.deepEqual(buttons, [
      "Check Again",
      "ffmpeg: apt-get install ffmpeg",
      "GPU: Copy",
      "Node.js: Copy",
    ]);
  });

  it("runs its own script alone, and shows what programs said as text", () => {
    assert.match(page, /default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-secret'/);
    assert.equal(page.match(/<script/g)!.length, 1);
    assert.ok(!page.includes("<b>none"));
  });

  it("names each state, which is not told by colour alone", () => {
    for (const state of ["ready", "missing", "needed"]) assert.ok(page.includes(`<small>${state}</small>`));
  });
});
