import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findFfmpeg, isAtLeast } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the search for ffmpeg", () => {
  const folder = temporaryFolder();
  before(function () {
    if (process.platform === "win32") skipBecause(this, "the programs here are shell scripts");
  });

  /** A program that prints this when asked for its version. */
  function program(name: string, output: string): string {
    const file = path.join(folder, name);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' '${output}'\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it("takes the file that FFMPEG_PATH names before the system's", async () => {
    const named = program("mine", "ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2024");
    program("ffmpeg", "ffmpeg version n7.0");
    const found = await findFfmpeg({ FFMPEG_PATH: named, PATH: folder });
    assert.deepEqual(found, { path: named, version: "5.1.9-0+deb12u1", source: "FFMPEG_PATH" });
  });

  it("takes the system's where FFMPEG_PATH is unset or empty, and looks once for one environment", async () => {
    program("ffmpeg", "ffmpeg version n7.0");
    const found = findFfmpeg({ PATH: folder });
    assert.deepEqual(await found, { path: "ffmpeg", version: "n7.0", source: "system" });
    assert.equal(findFfmpeg({ PATH: folder }), found);
    assert.equal((await findFfmpeg({ PATH: folder, FFMPEG_PATH: "" })).source, "system");
  });

  it("is over when FFMPEG_PATH names something else: nothing takes its place", async () => {
    for (const named of [program("other", "mplayer 1.0"), path.join(folder, "none")]) {
      const search = findFfmpeg({ FFMPEG_PATH: named, PATH: process.env.PATH });
      await assert.rejects(search, {
        name: "DataError",
        message: /names ".*", which does not run as ffmpeg/,
      });
    }
  });

  it("falls back on the npm package, or says how to install it", async () => {
    const search = findFfmpeg({ PATH: path.join(folder, "nowhere") });
    try {
      assert.equal((await search).source, "@ffmpeg-installer/ffmpeg");
    } catch (error) {
      assert.match(String(error), /ffmpeg was not found\. Install it .*apt install ffmpeg.*FFMPEG_PATH/);
    }
  });
});

describe("an ffmpeg's version", () => {
  it("is compared by release, whatever is attached to it", () => {
    for (const version of ["5.1.9-0+deb12u1", "n5.1", "5.10", "6.0", "10.0-static"]) {
      assert.ok(isAtLeast(version, 5, 1), version);
    }
    for (const version of ["5.0.1", "4.4.2-0ubuntu0.22.04.1", "n4.9", "custom", ""]) {
      assert.ok(!isAtLeast(version, 5, 1), version);
    }
  });

  it("is compared by revision where it was built from git", () => {
    assert.deepEqual(
      ["N-110000-gabc", "N-47683-g0e8eb07980"].map((version) => isAtLeast(version, 5, 1)),
      [true, false],
    );
  });
});
