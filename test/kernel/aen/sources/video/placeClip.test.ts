import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ClipRecord } from "../../../../../kernel/aen/sources/video/clipRecord.js";
import { placeClip, restoreClip } from "../../../../../kernel/aen/sources/video/placeClip.js";
import { withAnyFailure } from "../../../files/failingAsyncDisk.js";
import { temporaryFolder } from "./testVideo.js";

describe("an import that takes the place of an earlier one", () => {
  const base = temporaryFolder();
  const folder = path.join(base, "clip");
  const record = (name: string) => ({ kind: "aen clip", version: 1, source: { name } }) as ClipRecord;

  function framesOf(place: string, name: string): void {
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, "000001.png"), name);
  }
  function placed(): string {
    rmSync(base, { recursive: true, force: true });
    framesOf(folder, "old");
    writeFileSync(`${folder}.json`, JSON.stringify(record("old")));
    framesOf(`${folder}.partial`, "new");
    return `${folder}.partial`;
  }
  /** What the frames say, and what their record says. */
  const there = () => [
    readFileSync(path.join(folder, "000001.png"), "utf8"),
    (JSON.parse(readFileSync(`${folder}.json`, "utf8")) as ClipRecord).source.name,
  ];
  const place = () => placeClip(folder, `${folder}.partial`, record("new"));

  it("leaves nothing of it", async () => {
    placed();
    await place();
    assert.deepEqual(
      [there(), readdirSync(base).sort()],
      [
        ["new", "new"],
        ["clip", "clip.json"],
      ],
    );
  });

  it("has its place whole or leaves it to the earlier one, wherever it is cut short", async () => {
    placed();
    const { made } = await withAnyFailure(null, place);
    assert.ok(made > 10, `${made} calls`);
    for (let at = 1; at <= made; at++) {
      placed();
      const { error } = await withAnyFailure({ at, code: "EIO", forGood: true }, place);
      const isTorn = existsSync(folder) && there()[0] !== there()[1];
      assert.ok(!isTorn, `call ${at}: ${existsSync(folder) && there().join()}`);
      await restoreClip(folder);
      assert.deepEqual(there(), error ? ["old", "old"] : ["new", "new"], `call ${at}`);
      assert.deepEqual(
        readdirSync(base).filter((name) => /[.]earlier([.]json)?$/.test(name)),
        [],
      );
    }
  });

  it("is put back whole when that, too, is cut short", async () => {
    const setAside = async () => {
      placed();
      rmSync(`${folder}.partial`, { recursive: true });
      await assert.rejects(place());
      assert.ok(!existsSync(folder));
    };
    await setAside();
    const { made } = await withAnyFailure(null, () => restoreClip(folder));
    for (let at = 1; at <= made; at++) {
      await setAside();
      await withAnyFailure({ at, code: "EIO", forGood: true }, () => restoreClip(folder));
      await restoreClip(folder);
      assert.deepEqual(there(), ["old", "old"], `call ${at}`);
    }
  });

  it("is not put back where only a part of its frames stands aside", async () => {
    placed();
    framesOf(`${folder}.earlier`, "a part");
    rmSync(folder, { recursive: true });
    await restoreClip(folder);
    assert.ok(!existsSync(folder) && !existsSync(`${folder}.earlier`));
  });
});
