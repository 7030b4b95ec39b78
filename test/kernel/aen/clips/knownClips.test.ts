import assert from "node:assert/strict";
import type { Clip } from "../../../../kernel/aen/clips/clip.js";
import { keyByName, KnownClips } from "../../../../kernel/aen/clips/knownClips.js";

describe("known clips", () => {
  const facts = { label: 0, identity: null, frameCount: 16, frameRate: null, truth: null };
  const read = () => Promise.reject(new Error("not read"));
  const clip = (id: string, contentKey?: string, folder?: string): Clip => ({
    ...{ id, ...facts, contentKey, read },
    source: folder === undefined ? undefined : { module: "file:///frames.js", data: { folder } },
  });

  it("are told by id and content, in any number of sets", () => {
    const known = new KnownClips([clip("a", "bytes 1"), clip("a", "bytes 2"), clip("b", "bytes 3")]);
    const has = (id: string, key: string) => known.has(clip(id, key, "/copy"));
    assert.deepEqual([has("a", "bytes 1"), has("a", "bytes 2"), has("b", "bytes 3")], [true, true, true]);
    assert.deepEqual([has("a", "bytes 3"), has("c", "bytes 1")], [false, false]);
    assert.deepEqual([known.hasId("a"), known.hasId("c")], [true, false]);
  });

  it("are told by their place where the content key says no more than the name", () => {
    const key = keyByName({ id: "00001", ...facts });
    const known = new KnownClips([
      clip("00001", key, "/one"),
      clip("00001 frame 3", `${key} frame 3`, "/one"),
    ]);
    assert.deepEqual(
      ["/one", "/two"].map((folder) => known.has(clip("00001", key, folder))),
      [true, false],
    );
    assert.ok(!known.has(clip("00001 frame 3", `${key} frame 3`, "/two")));
  });

  it("are the same object or, in code, those of one id", () => {
    const one = clip("a");
    assert.ok(new KnownClips([one]).has(one) && new KnownClips([one]).has(clip("a")));
  });
});
