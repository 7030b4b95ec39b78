import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { htmlPage } from "../../../../kernel/notebook/html/htmlPage.js";

describe("A page that opens offline", () => {
  it("runs its own scripts and no other: its policy has their digests, as they stand between the tags", () => {
    const page = htmlPage("<p>a</p>", { title: "t", style: "p {}", scripts: ["one();\r\n'</script>'"] });
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(page)!;
    assert.equal(script, "one();\n'<\\/script>'");
    const digest = createHash("sha256").update(script).digest("base64");
    assert.ok(page.includes(`script-src 'sha256-${digest}'`));
    assert.match(page, /<main>\n<p>a<\/p>\n<\/main>/);
  });
});
