import assert from "node:assert/strict";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { gatherStills, sayNumbers } from "../../../../../kernel/aen/sources/stills/gatherStills.js";
import type { ClipSet } from "../../../../../kernel/aen/clips/clipSet.js";
import { notesDuring } from "../../notes.js";
import { greyStill } from "../../../../../kernel/aen/sources/stills/greyStill.js";

describe("gathering stills", () => {
  const still = (name: string, label: number | null | undefined, identity: string | null = null) => ({
    ...{ name, label },
    open: (index: number | null) => ({
      ...greyStill({ name, grey: new Uint8Array(2304), hash: name }, index),
      identity,
    }),
  });

  it("leaves out what the label map does, and names the emotions without a still", async () => {
    let set: ClipSet | undefined;
    const given = [...dfewLabels.emotions.keys()].map((label) =>
      still(`s${label}`, label === 5 ? undefined : label),
    );
    const notes = await notesDuring(async () => (set = await gatherStills(given, "here", {})));
    assert.deepEqual([set!.length, set!.leftOut.length], [6, 1]);
    assert.match(notes.join("\n"), /Note: here: no still shows Disgust\./);
  });

  it("warns of splits by picture only where somebody is not named", async () => {
    for (const [person, warned] of [
      ["s1", false],
      [null, true],
    ] as const) {
      const set = await gatherStills([still("a", 0, person), still("b", 1, "s2")], "here", {});
      const notes = await notesDuring(() => set.split({ test: 0.5 }));
      assert.equal(
        notes.some((note) => note.includes("name no person")),
        warned,
      );
    }
  });

  it("says how numbers are read that no label map names", async () => {
    const numbers = [{ label: "3" }, { label: "-1" }];
    const said = async (labels: readonly { label: string }[], options = {}) =>
      (await notesDuring(() => sayNumbers(labels, "here", options))).join();
    const read = "here: 1 of its labels are numbers that no label map names (3, ...) and are read as ";
    const [plain, counted] = [await said(numbers), await said(numbers, { firstLabel: 1 })];
    assert.ok(plain.includes(`${read}0 Happy, 1 Sad`), plain);
    assert.ok(counted.includes(`${read}1 Happy, 2 Sad`), counted);
    assert.equal(await said(numbers, { labelMap: { 3: "Sad" } }), "");
    assert.match(
      await said([...numbers, { label: "0" }], { labelMap: { 3: "Sad" } }),
      /1 of its labels .*\(0, /,
    );
    assert.equal(await said([{ label: "Happy" }, { label: "-1" }]), "");
  });
});
