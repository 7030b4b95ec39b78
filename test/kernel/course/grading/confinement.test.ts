import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { confinementOf } from "../../../../kernel/course/grading/confinement.js";
import { skipBecause } from "../../../skipBecause.js";
import { temporaryFolder } from "../../../temporaryFolder.js";

describe("how a submission is confined", () => {
  const folder = temporaryFolder();
  const paths = () => ["course", "own"].map((name) => path.join(folder, name));

  it("says what is held and what is not, always with the checks' own limit", () => {
    const [course, own] = paths();
    const { holds, doesNotHold } = confinementOf(course, own);
    assert.ok(holds.some((sentence) => /time limit/.test(sentence)));
    assert.match(doesNotHold.at(-1)!, /could still forge them/);
  });

  it("hides the course, leaves one folder to write to, and takes the network away, where the system can", function () {
    const [course, own] = paths();
    for (const each of [course, own]) mkdirSync(each, { recursive: true });
    writeFileSync(path.join(course, "solution.ipynb"), "secret");
    const { commandLine, doesNotHold } = confinementOf(course, own);
    if (doesNotHold.some((sentence) => /network/.test(sentence)))
      skipBecause(this, "this system has no user namespaces (unshare)");
    const tries = `cat ${course}/solution.ipynb; touch ${folder}/outside; touch ${own}/inside && echo own; cat /proc/net/dev | wc -l`;
    const { execPath, execArgv } = commandLine("sh", ["-c", tries]);
    const { stdout, stderr } = spawnSync(execPath, execArgv, { encoding: "utf8" });
    assert.match(stderr, /solution\.ipynb: No such file/);
    if (statSync(folder).dev === statSync("/").dev) assert.match(stderr, /outside.*Read-only file system/);
    // Two lines of headings, and the loopback.
    assert.match(stdout, /^own\n\s*[23]\n$/);
  });

  it("lets the process end itself by a signal, as a kernel does whose parent is gone", function () {
    const [course, own] = paths();
    for (const each of [course, own]) mkdirSync(each, { recursive: true });
    const { commandLine } = confinementOf(course, own);
    const { execPath, execArgv } = commandLine("sh", ["-c", "kill -KILL $$; sleep 60"]);
    const { signal, status } = spawnSync(execPath, execArgv, { timeout: 20_000, killSignal: "SIGTERM" });
    assert.ok(signal !== "SIGTERM" && status !== 0, `${signal} ${status}`);
  });
});
