import assert from "node:assert/strict";
import type * as markNavigation from "../../../media/drawing/markNavigation.js";
import { modulePage } from "../modulePage.js";

describe("marks that work like buttons", () => {
  const test = modulePage();
  const inPage = test.loading<typeof markNavigation>("drawing/markNavigation");

  /** Three rows of three squares, as Vega draws them, and one far to the right, a little below the first row. */
  beforeEach(() =>
    inPage(({ MarkNavigation, place, note }) => {
      const names = ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3", "far"];
      const paths = names.map((name, i) => {
        const [x, y] = name === "far" ? [200, 8] : [(i % 3) * 30, Math.floor(i / 3) * 30];
        return `<path aria-hidden="true" d="M${x},${y}h20v20h-20z"/>`;
      });
      const element = place();
      element.innerHTML = `<svg width="300" height="200"><g class="cell_marks">${paths.join("")}</g>
        <g class="others"><path d="M0,120h20v20z"/></g></svg>`;
      const svg = element.querySelector("svg")!;
      svg
        .querySelectorAll("path")
        .forEach((path, i) => Object.assign(path, { __data__: { datum: { name: names[i] } } }));
      const navigation = new MarkNavigation({
        name: "cell",
        label: "Cells",
        labelOf: ({ name }) => `cell ${String(name)}`,
        isPressed: ({ name }) => name === document.title,
        onActivate: ({ name }) => {
          note(name);
          document.title = String(name);
          navigation.attach(svg);
        },
      });
      navigation.attach(svg);
      document.addEventListener("keydown", ({ key }) => note(`page: ${key}`));
    }),
  );
  const press = async (...keys: string[]) => {
    for (const key of keys) await test.page.keyboard.press(key);
    return test.page.locator(":focus").getAttribute("aria-label");
  };

  it("are a named group of buttons, of which Tab reaches one; other marks stay as they were", async () => {
    const group = test.page.getByRole("group", { name: "Cells" });
    assert.equal(await group.getByRole("button").count(), 10);
    assert.equal(await group.getByRole("button", { name: "cell b2" }).count(), 1);
    assert.equal(await test.page.locator("[tabindex='0']").count(), 1);
    assert.equal(await press("Tab"), "cell a1");
    assert.equal(await test.page.locator(".others [role]").count(), 0);
  });

  it("are reached by arrow keys, the nearest in that direction, and by Home and End", async () => {
    await press("Tab");
    assert.equal(await press("ArrowRight"), "cell b1");
    assert.equal(await press("ArrowDown"), "cell b2");
    assert.equal(await press("ArrowLeft"), "cell a2");
    assert.equal(await press("ArrowLeft"), "cell a2", "there is nothing further left");
    assert.equal(await press("ArrowUp"), "cell a1");
    assert.equal(await press("End"), "cell far");
    assert.equal(await press("ArrowLeft"), "cell c1");
    assert.equal(await press("ArrowRight"), "cell far");
    assert.equal(await press("Home"), "cell a1");
    assert.deepEqual(await test.noted(), ["page: Tab"], "keys that are used do not reach the page");
  });

  it("keep the mark that Tab reaches: the one that had the focus last", async () => {
    await press("Tab", "ArrowRight", "ArrowDown");
    await test.page.evaluate(() => {
      const before = document.createElement("button");
      document.body.prepend(before);
      before.focus();
    });
    assert.equal(await press("Tab"), "cell b2");
    assert.equal(await test.page.locator("[tabindex='0']").count(), 1);
  });

  it("are activated by Enter, Space and a click, and tell which is pressed", async () => {
    await press("Tab", "Enter", "ArrowRight", " ");
    await test.page.locator("[aria-label='cell c3']").click();
    assert.deepEqual(await test.noted(), ["page: Tab", "a1", "b1", "c3"]);
    const pressed = test.page.getByRole("button", { pressed: true });
    assert.deepEqual(await pressed.evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label"))), [
      "cell c3",
    ]);
    assert.equal(await press("ArrowUp"), "cell c2", "the arrows go on from the click");
  });

  it("leave other keys to the page", async () => {
    await press("Tab", "Escape", "a");
    assert.deepEqual(await test.noted(), ["page: Tab", "page: Escape", "page: a"]);
  });

  it("are none in a drawing without such marks, and fewer after a drawing with fewer", async () => {
    const reached = await inPage(({ MarkNavigation }) => {
      const svg = document.querySelector("svg")!;
      const options = { label: "", labelOf: () => "", onActivate: () => {} };
      new MarkNavigation({ ...options, name: "absent" }).attach(svg);
      const navigation = new MarkNavigation({ ...options, name: "cell" });
      navigation.attach(svg);
      const last = [...svg.querySelectorAll<SVGElement>(".cell_marks path")].at(-1)!;
      last.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      last.remove();
      navigation.attach(svg);
      return svg.querySelectorAll(".cell_marks [tabindex='0']").length;
    });
    assert.equal(reached, 1);
  });
});
