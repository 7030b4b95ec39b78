import assert from "node:assert/strict";
import { withoutOurFiles } from "../../../../kernel/session/compiler/ourFiles.js";

describe("a text of TypeScript's", () => {
  const texts: Record<string, string> = {
    "does not exist on type 'typeof import(\"/a/__notebook_aen__\")'": "does not exist on type 'typeof aen'",
    'import("/a/__notebook_aen__").ClipSet': "ClipSet",
    "'import(\"/a/__cell_3__\").Clip' to 'import(\"/a/__cell_4__\").Clip'":
      "'Clip (of an earlier cell)' to 'Clip'",
    'Map<string, import("/a b/__cell_3__").N.Größe[]>': "Map<string, N.Größe (of an earlier cell)[]>",
    'import("/a/own").Clip': 'import("/a/own").Clip',
  };
  for (const [text, shown] of Object.entries(texts)) {
    it(`names no file of ours: ${shown}`, () =>
      assert.equal(withoutOurFiles(text, "/a/__cell_4__.ts"), shown));
  }

  it("says nothing of other cells where it describes a name", () => {
    assert.equal(withoutOurFiles('let clip: import("/a/__cell_3__").Clip'), "let clip: Clip");
  });
});
