import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isSealed, sealingSecret, sealOf } from "../../../../kernel/engine/cache/seal.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("the seal of a cached step", () => {
  const base = temporaryFolder();
  const content = Buffer.from("content");

  it("holds for its secret, key and content, and for no others", () => {
    const [secret, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const seal = sealOf(secret, "key", content);
    assert.ok(isSealed(secret, "key", content, seal));
    assert.ok(!isSealed(other, "key", content, seal));
    assert.ok(!isSealed(secret, "ke", Buffer.from("ycontent"), seal));
    assert.ok(!isSealed(secret, "key", Buffer.from("Content"), seal));
    assert.ok(!isSealed(secret, "key", content, seal.subarray(1)));
  });

  it("has a secret that is made once, for the user alone", () => {
    const file = path.join(base, "own", "secret");
    const secret = sealingSecret(file);
    assert.deepEqual(sealingSecret(file), secret);
    assert.deepEqual(readFileSync(file), secret);
    if (process.platform === "win32") return;
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(file)).mode & 0o777, 0o700);
  });

  it("has a secret of the process where none can be kept", () => {
    writeFileSync(path.join(base, "short"), "short");
    mkdirSync(path.join(base, "folder"));
    const own = sealingSecret(undefined);
    assert.equal(own.length, 32);
    for (const place of ["short", "folder", "short/inside"])
      assert.deepEqual(sealingSecret(path.join(base, place)), own);
  });
});
