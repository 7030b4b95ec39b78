import assert from "node:assert/strict";
import type * as exerciseBar from "../../../../media/jupyterlab/exercises/exerciseBar.js";
import { modulePage } from "../../modulePage.js";

describe("the bar of an exercise in JupyterLab", () => {
  const test = modulePage();
  const inPage = test.loading<typeof exerciseBar>("jupyterlab/exercises/exerciseBar");
  const exercise = { name: "Exercise 6.2", text: "Exercise 6.2: Open, 2 points", state: "open" } as const;
  const line = { isChanged: false, exercise, actions: ["check", "hint"] as const };
  const shown = (given: object, language: "en" | "de" = "en") =>
    inPage(
      ({ ExerciseBar, place, note }, [of, words]) => {
        const bar = new ExerciseBar(place(), words, {
          act: (action) => (note(action), `${action} is done`),
          answer: () => (globalThis as unknown as { answer?: string }).answer ?? "handed out",
          restore: () => note("restore"),
        });
        bar.show(of as never);
        Object.assign(globalThis, { bar });
      },
      [given, language] as const,
    );
  const told = () => test.page.getByRole("status").innerText();

  it("is a group with the exercise's name, its state and its buttons", async () => {
    await shown(line);
    const group = test.page.getByRole("group", { name: "Exercise 6.2" });
    assert.match(await group.innerText(), /○ Exercise 6\.2: Open, 2 points/);
    assert.deepEqual(await group.getByRole("button").allInnerTexts(), ["Check", "Hint"]);
  });

  it("does what its buttons say, by mouse and by keyboard, and tells what came of it", async () => {
    await shown(line);
    await test.page.getByRole("button", { name: "Hint" }).click();
    assert.equal(await told(), "hint is done");
    await test.page.getByRole("button", { name: "Check" }).press("Enter");
    assert.equal(await told(), "check is done");
    assert.deepEqual(await test.noted(), ["hint", "check"]);
  });

  it("forgets what it has told when the exercise stands otherwise, and not before", async () => {
    await shown(line);
    const after = await inPage(
      (_, [same, other]) => {
        const { bar } = globalThis as unknown as { bar: exerciseBar.ExerciseBar };
        const words = () => bar.node.shadowRoot!.querySelector("[role=status]")!.textContent;
        bar.tell("Which axis?");
        bar.show(same);
        const before = words();
        bar.show(other);
        return [before, words()];
      },
      [
        line,
        { ...line, exercise: { ...exercise, text: "Exercise 6.2: Passed", state: "passed" as const } },
      ] as const,
    );
    assert.deepEqual(after, ["Which axis?", ""]);
  });

  it("tells what Undo brings back until it was done, and a hint while the answer is written", async () => {
    const all = { ...line, actions: ["reset", "hint"] };
    await shown(all);
    const write = (answer: string) =>
      inPage(
        (_, [same, text]) => {
          const { bar } = globalThis as unknown as { bar: exerciseBar.ExerciseBar };
          Object.assign(globalThis, { answer: text });
          bar.show(same);
          return bar.node.shadowRoot!.querySelector("[role=status]")!.textContent;
        },
        [line, answer] as const,
      );
    const act = (name: string) => test.page.getByRole("button", { name }).click();
    await act("Hint");
    assert.equal(await write("another answer"), "hint is done");
    await inPage((_, all) => {
      (globalThis as unknown as { bar: exerciseBar.ExerciseBar }).bar.show(all as never);
    }, all);
    await act("Reset");
    assert.equal(await told(), "reset is done");
    assert.equal(await write("my answer again"), "");
  });

  it("tells of a locked cell that was changed, with a button that restores it", async () => {
    await shown({ isChanged: true, actions: [] }, "de");
    await test.page.getByRole("group", { name: "Gesperrte Zelle wurde geändert" }).waitFor();
    await test.page.getByRole("button", { name: "Wiederherstellen" }).click();
    assert.deepEqual(await test.noted(), ["restore"]);
  });
});
