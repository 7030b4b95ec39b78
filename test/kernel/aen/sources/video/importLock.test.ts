import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { whileImporting } from "../../../../../kernel/aen/sources/video/importLock.js";
import { lockFolder } from "../../../../../kernel/files/writerLock.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("an import's lock", () => {
  const base = temporaryFolder();
  const heldBy = (folder: string, writer: object) => {
    mkdirSync(`${folder}.lock`);
    writeFileSync(path.join(`${folder}.lock`, "writer.lock"), JSON.stringify(writer));
  };

  it("lets one after the other work, and leaves nothing", async () => {
    const folder = path.join(base, "clip");
    let working = 0;
    const most: number[] = [];
    const work = async () => {
      most.push(++working);
      await Promise.resolve();
      return working--;
    };
    await Promise.all([1, 2, 3].map(() => whileImporting(folder, undefined, work)));
    assert.deepEqual(most, [1, 1, 1]);
    assert.deepEqual(readdirSync(base), []);
  });

  it("is given free by work that fails, with its error", async () => {
    const folder = path.join(base, "broken");
    const work = () => Promise.reject(new Error("no face"));
    await assert.rejects(whileImporting(folder, undefined, work), /no face/);
    assert.ok(!existsSync(`${folder}.lock`));
  });

  it("of a process that has crashed counts no longer", async () => {
    const folder = path.join(base, "crashed");
    heldBy(folder, { pid: 2 ** 22 + 1, host: hostname(), id: "x" });
    assert.equal(await whileImporting(folder, undefined, async () => "done"), "done");
    assert.ok(!existsSync(`${folder}.lock`));
  });

  it("of another process is told with its holder and waited for, until the wait is stopped", async () => {
    const folder = path.join(base, "elsewhere");
    heldBy(folder, { pid: 7, host: "node-12", id: "x" });
    const stop = new AbortController();
    const { warn } = console;
    const told: string[] = [];
    console.warn = (text: string) => {
      told.push(text);
      queueMicrotask(() => stop.abort());
    };
    try {
      await assert.rejects(whileImporting(folder, stop.signal, assert.fail), { name: "AbortError" });
    } finally {
      console.warn = warn;
    }
    assert.equal(told.length, 1);
    assert.match(told[0], /^Note: process 7 of node-12 is importing ".*elsewhere"; waiting for it\.$/);
  });

  it("is done without where none can be made, so that the import itself says why", async () => {
    const file = path.join(base, "file");
    writeFileSync(file, "");
    assert.equal(await whileImporting(path.join(file, "clip"), undefined, async () => 1), 1);
    lockFolder(base)();
  });
});
