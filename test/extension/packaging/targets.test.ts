import assert from "node:assert/strict";
import { target, targets } from "../../../extension/packaging/targets.js";

describe("platforms that are packaged", () => {
  it("are named as vsce names them: platform and architecture", () => {
    for (const { name, platform, arch } of targets) assert.equal(name, `${platform}-${arch}`);
    assert.equal(new Set(targets.map(({ name }) => name)).size, targets.length);
  });

  it("are found by name; by default, this machine's", () => {
    assert.deepEqual(target("win32-arm64"), { name: "win32-arm64", platform: "win32", arch: "arm64" });
    const here = targets.find(({ name }) => name === `${process.platform}-${process.arch}`);
    if (here) assert.equal(target(), here);
  });

  it("that do not exist are rejected with a list of those that do", () => {
    assert.throws(
      () => target("solaris-sparc"),
      /No package for solaris-sparc\. Expected one of: linux-x64, linux-arm64, .*, web\.$/,
    );
  });
});
