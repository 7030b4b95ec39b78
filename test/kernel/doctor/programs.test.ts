import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { checkFfmpeg, checkVsCode } from "../../../kernel/doctor/programs.js";
import { skipBecause } from "../../skipBecause.js";
import { temporaryFolder } from "../../temporaryFolder.js";
import { fakeProgram, withPath } from "./fakePrograms.js";

describe("the doctor on other programs", () => {
  const folder = temporaryFolder();
  const { FFMPEG_PATH } = process.env;
  before(function () {
    if (process.platform === "win32") skipBecause(this as unknown as Mocha.Context, "scripts of the shell");
  });
  beforeEach(() => delete process.env["FFMPEG_PATH"]);
  after(() => {
    if (FFMPEG_PATH !== undefined) process.env["FFMPEG_PATH"] = FFMPEG_PATH;
  });
  const remove = (name: string) => rmSync(path.join(folder, name), { force: true });
  const found = <T>(check: () => Promise<T>) => withPath(folder, check);

  it("finds ffmpeg on the PATH, with its version and without its copyright", async () => {
    fakeProgram(folder, "ffmpeg", 'echo "ffmpeg version 6.1 Copyright (c) 2000-2023 the developers"');
    const { state, detail } = await found(checkFfmpeg);
    assert.deepEqual([state, detail], ["ready", "ffmpeg version 6.1 (ffmpeg)"]);
  });

  it("takes the ffmpeg of FFMPEG_PATH first, but only if it works", async () => {
    const own = fakeProgram(folder, "own-ffmpeg", 'echo "ffmpeg version 7.0"');
    process.env["FFMPEG_PATH"] = own;
    assert.equal((await found(checkFfmpeg)).detail, `ffmpeg version 7.0 (${own})`);
    process.env["FFMPEG_PATH"] = path.join(folder, "gone");
    assert.match((await found(checkFfmpeg)).detail, /6\.1 \(ffmpeg\)$/);
  });

  it("finds VS Code under any of its names", async () => {
    remove("code");
    assert.equal((await found(checkVsCode)).state, "missing");
    fakeProgram(folder, "codium", 'echo "1.95.0"');
    assert.equal((await found(checkVsCode)).detail, "codium 1.95.0");
    fakeProgram(folder, "code", 'printf "1.100.2\\nabcdef\\nx64\\n"');
    assert.equal((await found(checkVsCode)).detail, "code 1.100.2");
  });
});
