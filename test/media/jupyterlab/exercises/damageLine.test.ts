import assert from "node:assert/strict";
import type * as damageLine from "../../../../media/jupyterlab/exercises/damageLine.js";
import { modulePage } from "../../modulePage.js";

describe("the line above a damaged lesson in JupyterLab", () => {
  const test = modulePage();
  const inPage = test.loading<typeof damageLine>("jupyterlab/exercises/damageLine");

  it("tells how many locked cells were changed or deleted, restores them, and is gone without any", async () => {
    await inPage(({ DamageLine, place, note }) => {
      const node = place();
      const setHidden = (isHidden: boolean) => void (node.hidden = isHidden);
      const widget = { node, isDisposed: false, setHidden, dispose: () => {} };
      const line = new DamageLine(widget, "en", () => note("restore"));
      Object.assign(globalThis, { line, node });
    });
    const isHidden = () => inPage(() => (globalThis as unknown as { node: HTMLElement }).node.hidden);
    const show = (changes: readonly object[]) =>
      inPage(
        (_, given) => (globalThis as unknown as { line: damageLine.DamageLine }).line.show(given as never),
        changes,
      );
    assert.equal(await isHidden(), true);
    await show([
      { gradeId: "a", change: "deleted" },
      { gradeId: "b", change: "changed" },
    ]);
    assert.match(
      await test.page.getByRole("alert").innerText(),
      /2 locked cells of this lesson are deleted or changed\./,
    );
    await test.page.getByRole("button", { name: "Restore" }).press("Space");
    assert.deepEqual(await test.noted(), ["restore"]);
    await show([]);
    assert.equal(await isHidden(), true);
  });
});
