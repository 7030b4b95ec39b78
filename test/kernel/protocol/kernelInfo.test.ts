import assert from "node:assert/strict";
import { kernelInfo } from "../../../kernel/protocol/kernelInfo.js";

describe("What the kernel says of itself", () => {
  it("names its language, how it is coloured and where to read on", () => {
    const info = kernelInfo();
    const language = info["language_info"] as { name: string; codemirror_mode: { mime: string } };
    assert.deepEqual(
      [language.name, language.codemirror_mode.mime],
      ["typescript", "application/typescript"],
    );
    assert.equal(info["debugger"], false);
    const links = info["help_links"] as { text: string; url: string }[];
    assert.deepEqual(
      links.map(({ url }) => new URL(url).hostname),
      ["www.typescriptlang.org", "js.tensorflow.org", "nodejs.org"],
    );
  });
});
