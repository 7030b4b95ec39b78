import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { quirks } from "../../../../kernel/aen/model/quirks.js";

describe("the quirks of the published code", () => {
  it("are all 31, in order, followed by the differences that are not quirks", () => {
    const numbers = quirks.map(({ quirk }) => quirk);
    const first = Array.from({ length: 31 }, (_, index) => index + 1);
    assert.deepEqual([...new Set(numbers)], [...first, null]);
    assert.deepEqual(numbers.slice(0, 31), first);
  });

  it("are those that SPEC.md, section 8, lists", () => {
    const spec = readFileSync(new URL("../../../../kernel/aen/SPEC.md", import.meta.url), "utf8");
    const section = /^## 8\..*?(?=^## 9\.)/ms.exec(spec)![0];
    const listed = [...section.matchAll(/^(?:\| *)?\**(\d+)\b/gm)].map(([, number]) => Number(number));
    for (const { quirk } of quirks) if (quirk !== null) assert.ok(listed.includes(quirk), `quirk ${quirk}`);
  });

  it("say in whole sentences what either preset does, and why", () => {
    for (const { quirk, published, recommended, why } of quirks)
      for (const text of [published, recommended, why])
        assert.match(text, /^[A-Z0-9].*\.$/, `quirk ${quirk}`);
  });

  it("name options as the room they belong to and a name, or none where both presets do the same", () => {
    for (const { options, recommended } of quirks) {
      for (const option of options) assert.match(option, /^(model|loss|training)\.\w+$/);
      if (options.length > 0) assert.notEqual(recommended, "The same.");
    }
    assert.deepEqual(quirks.find(({ quirk }) => quirk === 3)!.options, []);
    assert.equal(quirks.find(({ quirk }) => quirk === 9)!.options.length, 3);
  });
});
