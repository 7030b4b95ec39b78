import assert from "node:assert/strict";
import type * as runControls from "../../../media/view/runControls.js";
import type { RunState } from "../../../media/view/runControls.js";
import { modulePage } from "../modulePage.js";

type Step =
  { readonly follow: [run: string, state: RunState] } | { readonly alive: [run: string | null, boolean] };

describe("Pause, Resume and Stop of a run", () => {
  const test = modulePage();
  const button = (name: string) => test.page.getByRole("button", { name });
  const buttons = () => test.page.getByRole("group", { name: "Run" }).getByRole("button").allInnerTexts();

  /** Lets a board follow a run and hear of it; gives back, step by step, whether the board has to be redrawn. */
  const board = (...steps: Step[]) =>
    test.loading<typeof runControls>("view/runControls")(({ RunControls, show, host, note }, all) => {
      const controls = new RunControls(host, (words) => {
        note(words);
        show(controls.buttons);
      });
      const redraws = all.map((step) => {
        if ("follow" in step) return controls.follow(...step.follow);
        const [run, alive] = step.alive;
        return controls.heard({ type: "run-alive", run, alive });
      });
      show(controls.buttons);
      return redraws.map((redraw) => redraw ?? null);
    }, steps);

  it("appear only when the kernel says that this run goes on, which a board in a saved notebook cannot know", async () => {
    assert.deepEqual(await board({ follow: ["r", "running"] }), [null]);
    assert.deepEqual(await test.noted(), [{ type: "run-alive", run: "r" }]);
    assert.deepEqual(await buttons(), []);
    const heard = await board(
      { follow: ["r", "running"] },
      { alive: ["other", true] },
      { alive: ["r", true] },
    );
    assert.deepEqual(heard, [null, false, true]);
    assert.deepEqual(await buttons(), ["Pause", "Stop"]);
  });

  it("are asked for no run that has ended", async () => {
    for (const state of ["planned", "finished", "failed", "stopped"] as const) {
      await board({ follow: ["r", state] }, { alive: ["r", true] });
      assert.deepEqual([await test.noted(), await buttons()], [[], []], state);
    }
  });

  it("go with the kernel, and when another run takes the place", async () => {
    const alive: Step[] = [{ follow: ["r", "running"] }, { alive: ["r", true] }];
    assert.deepEqual((await board(...alive, { alive: [null, false] })).at(-1), true);
    assert.deepEqual(await buttons(), []);
    await board(...alive, { follow: ["next", "running"] });
    assert.deepEqual(await buttons(), []);
  });

  it("ask the kernel once, and say what will happen until the state has changed", async () => {
    const alive: Step[] = [
      { follow: ["r", "running"] },
      { alive: ["r", true] },
      { follow: ["r", "running"] },
    ];
    await board(...alive);
    assert.deepEqual(await test.noted(), [{ type: "run-alive", run: "r" }]);
    await button("Pause").click();
    assert.deepEqual(await test.noted(), [
      { type: "run-control", run: "r", action: "pause" },
      "Pausing after this step …",
    ]);
    assert.equal(await test.page.getByText("Pausing after this step …").count(), 1);
    await button("Stop").click();
    assert.deepEqual(((await test.noted()) as unknown[])[0], {
      type: "run-control",
      run: "r",
      action: "stop",
    });
  });

  it("resume a run that is paused", async () => {
    await board({ follow: ["r", "paused"] }, { alive: ["r", true] });
    assert.deepEqual(await buttons(), ["Resume", "Stop"]);
    await test.noted();
    await button("Resume").click();
    assert.deepEqual((await test.noted())[0], { type: "run-control", run: "r", action: "resume" });
  });

  it("forget what was asked once the board shows another state", async () => {
    await test.loading<typeof runControls>("view/runControls")(({ RunControls, show, host }) => {
      const controls = new RunControls(host, () => {});
      controls.follow("r", "running");
      controls.heard({ type: "run-alive", run: "r", alive: true });
      show(controls.buttons);
      document.querySelector("button")!.click();
      controls.follow("r", "paused");
      show(controls.buttons);
    });
    assert.equal(await test.page.locator(".note").count(), 0);
    assert.deepEqual(await buttons(), ["Resume", "Stop"]);
  });

  it("hear no other message", async () => {
    const heard = await test.loading<typeof runControls>("view/runControls")(({ RunControls, host }) => {
      const controls = new RunControls(host, () => {});
      return [null, undefined, "text", { type: "what-if", run: "" }].map((message) =>
        controls.heard(message),
      );
    });
    assert.deepEqual(heard, [false, false, false, false]);
  });

  it("say that a run without an end is interrupted once no kernel trains it, and resume it where that is possible", async () => {
    const interrupted = (resumesRuns: boolean, ...steps: Step[]) =>
      test.loading<typeof runControls>("view/runControls")(
        ({ RunControls, show, host, note }, given) => {
          const controls = new RunControls({ ...host, resumesRuns: given.resumesRuns }, note);
          const before = controls.isInterrupted;
          for (const step of given.steps)
            if ("follow" in step) controls.follow(...step.follow);
            else controls.heard({ type: "run-alive", run: step.alive[0], alive: step.alive[1] });
          show(controls.resumption);
          return [before, controls.isInterrupted];
        },
        { resumesRuns, steps },
      );
    const gone: Step[] = [{ follow: ["r", "running"] }, { alive: ["r", false] }];
    assert.deepEqual(await interrupted(false, ...gone), [false, true]);
    assert.deepEqual(await buttons(), [], "the front end cannot");
    assert.deepEqual(await interrupted(true, { follow: ["r", "finished"] }, { alive: ["r", false] }), [
      false,
      false,
    ]);
    assert.deepEqual(await buttons(), [], "nothing is left to do");
    assert.deepEqual(await interrupted(true, { follow: ["r", "stopped"] }), [false, false]);
    assert.deepEqual(await buttons(), ["Resume"], "stopped before its end");
    await test.noted();
    assert.deepEqual(await interrupted(true, ...gone), [false, true]);
    await button("Resume").click();
    assert.deepEqual((await test.noted()).at(-2), { type: "resume-run", run: "r" });
  });
});
