import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gitState } from "../../../../../kernel/aen/training/record/gitState.js";
import { skipBecause } from "../../../../skipBecause.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("the state of a folder's git repository", () => {
  const base = temporaryFolder();
  const git = (folder: string, ...words: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...words], {
      cwd: folder,
      encoding: "utf8",
    });
  before(function () {
    if (process.platform === "win32")
      skipBecause(this as unknown as Mocha.Context, "the programs are shell scripts");
    try {
      execFileSync("git", ["--version"], { stdio: "ignore" });
    } catch {
      skipBecause(this as unknown as Mocha.Context, "git is missing");
    }
  });
  const repository = (name: string) => {
    const folder = path.join(base, name);
    mkdirSync(folder);
    git(folder, "init", "-q");
    writeFileSync(path.join(folder, "a.txt"), "one");
    git(folder, "add", ".");
    git(folder, "commit", "-qm", "first");
    return folder;
  };

  it("is its commit, and whether a tracked file has changed", () => {
    const folder = repository("plain");
    const commit = git(folder, "rev-parse", "HEAD").trim();
    assert.deepEqual(gitState(folder), { commit, changed: false });
    writeFileSync(path.join(folder, "new.txt"), "untracked");
    assert.equal(gitState(folder)?.changed, false);
    writeFileSync(path.join(folder, "a.txt"), "two");
    assert.deepEqual(gitState(folder), { commit, changed: true });
  });

  it("is none outside of a repository, and before the first commit", () => {
    assert.equal(gitState(base), null);
    const folder = path.join(base, "empty");
    mkdirSync(folder);
    git(folder, "init", "-q");
    assert.equal(gitState(folder), null);
  });

  /** What a repository's configuration can make git run, each with a file that its program makes. */
  const traps: Record<string, (folder: string, program: string) => void> = {
    "core.fsmonitor": (folder, program) => git(folder, "config", "core.fsmonitor", program),
    "a hook": (folder, program) => {
      const hooks = path.join(folder, "hooks");
      mkdirSync(hooks);
      writeFileSync(path.join(hooks, "post-index-change"), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
      git(folder, "config", "core.hooksPath", hooks);
    },
    "a filter": (folder, program) => {
      writeFileSync(path.join(folder, ".git", "info", "attributes"), "* filter=trap\n");
      git(folder, "config", "filter.trap.clean", `${program}; cat`);
    },
    "a filter's process": (folder, program) => {
      writeFileSync(path.join(folder, ".git", "info", "attributes"), "* filter=a.b=c\n");
      git(folder, "config", "filter.a.b=c.process", program);
      git(folder, "config", "filter.a.b=c.required", "true");
    },
    "an included file": (folder, program) => {
      const more = path.join(folder, "more.config");
      writeFileSync(more, `[core]\n\tfsmonitor = ${program}\n[filter "trap"]\n\tclean = ${program}\n`);
      writeFileSync(path.join(folder, ".git", "info", "attributes"), "* filter=trap\n");
      appendFileSync(path.join(folder, ".git", "config"), `[include]\n\tpath = ${more}\n`);
    },
  };
  for (const [index, [what, set]] of Object.entries(traps).entries())
    it(`runs nothing that the folder's configuration names: ${what}`, () => {
      const folder = repository(`trap ${index}`);
      const sprung = path.join(base, `sprung-${index}`);
      const program = path.join(base, `trap-${index}.sh`);
      writeFileSync(program, `#!/bin/sh\ntouch ${sprung}\n`, { mode: 0o755 });
      set(folder, program);
      writeFileSync(path.join(folder, "a.txt"), "two");
      assert.equal(gitState(folder)?.changed, true);
      assert.ok(!existsSync(sprung), "the folder's program has run");
      // The trap is one: plain git falls into it, unless it no longer looks for it.
      if (what !== "a hook") {
        try {
          git(folder, "status", "--porcelain");
        } catch {
          // The program is no real filter or monitor.
        }
        assert.ok(existsSync(sprung), "git itself did not run the program");
      }
    });
});
