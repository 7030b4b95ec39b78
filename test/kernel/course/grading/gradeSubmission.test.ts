import assert from "node:assert/strict";
import { gradeSubmission } from "../../../../kernel/course/grading/gradeSubmission.js";
import { type SubmissionKernel, usualLimits } from "../../../../kernel/course/grading/limits.js";
import { releaseLesson } from "../../../../kernel/course/releaseLesson.js";
import type { CellReply } from "../../../../kernel/notebook/runNotebook.js";
import { notebookOf, smallLesson } from "../cells.js";

/** A kernel that answers each cell as told, and remembers what it has run. */
function kernelOf(
  reply: (code: string) => Partial<CellReply>,
): SubmissionKernel & { ran: string[]; isKilled: boolean } {
  const kernel = {
    ...{ pid: undefined, ran: [] as string[], isKilled: false },
    interrupt: () => {},
    kill: () => void (kernel.isKilled = true),
    execute: async (code: string): Promise<CellReply> => {
      kernel.ran.push(code);
      return { status: "ok", executionCount: kernel.ran.length, ...reply(code) };
    },
  };
  return kernel;
}

describe("grading a submission", () => {
  const released = releaseLesson(smallLesson, "lesson");
  const options = { lesson: smallLesson, submission: released, limits: usualLimits };

  it("seals the checks first, then runs the submission with hidden tests, and ends the kernel", async () => {
    const kernel = kernelOf(() => ({}));
    const { cells, problem } = await gradeSubmission({ ...options, start: async () => kernel });
    assert.match(kernel.ran[0], /^aen\.sealChecks\("[0-9a-f]{64}"\)$/);
    assert.match(kernel.ran[2], /2 and 2\?/);
    assert.deepEqual(
      cells.map(({ gradeId, points }) => [gradeId, points]),
      [
        ["check", 2],
        ["free", null],
      ],
    );
    assert.deepEqual([problem, kernel.isKilled], [undefined, true]);
  });

  it("restores what was deleted, and says so", async () => {
    const kernel = kernelOf(() => ({}));
    const submission = notebookOf(released.cells[1]);
    const { cells, changes } = await gradeSubmission({ ...options, submission, start: async () => kernel });
    assert.equal(cells[0].points, 2);
    assert.deepEqual(
      changes.map(({ gradeId }) => gradeId),
      ["text", "check", "free"],
    );
  });

  it("hands out nothing but what was handed out: an answer that was deleted is not the lecturer's", async () => {
    const ran: string[] = [];
    const kernel = kernelOf((code) => (ran.push(code), {}));
    await gradeSubmission({ ...options, submission: notebookOf(), start: async () => kernel });
    assert.match(ran[1], /Your code here/);
    assert.doesNotMatch(ran.join(), /a \+ b|SOLUTION/);
  });

  it("names the cell that met a limit, and no error of the student's", async () => {
    const kernel = kernelOf((code) => (code.includes("add(1") ? { status: "error", evalue: "wrong" } : {}));
    assert.equal((await gradeSubmission({ ...options, start: async () => kernel })).problem, undefined);
    const endless: SubmissionKernel = {
      ...kernelOf(() => ({})),
      execute: (code, { onOutput }) => {
        if (code.includes("add(1")) onOutput({ output_type: "stream", name: "stdout", text: "x".repeat(99) });
        return Promise.resolve({ status: code.includes("add(1") ? "error" : "ok", executionCount: 1 });
      },
    };
    const limits = { ...usualLimits, output: 9 };
    const { problem } = await gradeSubmission({ ...options, limits, start: async () => endless });
    assert.match(problem!, /^Cell 2 of 2 /);
  });

  it("gives no points for what could not run: a kernel that dies, or does not start", async () => {
    const dying = kernelOf((code) =>
      code.includes("add(") ? { status: "error", ename: "KernelDied", evalue: "gone" } : {},
    );
    const lost = await gradeSubmission({ ...options, start: async () => dying });
    assert.equal(lost.cells[0].points, 0);
    assert.match(lost.problem!, /Cell \d of 2 ended the kernel: gone/);
    const none = await gradeSubmission({ ...options, start: () => Promise.reject(new Error("no memory")) });
    assert.deepEqual([none.cells[0].points, none.problem], [0, "It could not be run: no memory"]);
  });
});
