import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

describe("the metrics", () => {
  it("run in a browser too: they import nothing but each other, contracts and random numbers", () => {
    const files = readdirSync("kernel/metrics");
    assert.ok(files.length > 5);
    for (const file of files) {
      const text = readFileSync(`kernel/metrics/${file}`, "utf8");
      for (const [, from] of text.matchAll(/(?:from|import) ?\(?"([^"]+)"/g))
        assert.match(from, /^(\.\/|\.\.\/contracts\/|\.\.\/random\/deterministicValues)/, `${file}: ${from}`);
      assert.doesNotMatch(text, /\b(process|Buffer|require)\b[.(]/, file);
    }
  });
});
