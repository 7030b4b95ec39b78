import assert from "node:assert/strict";
import { completed } from "../../../media/plots/completed.js";

describe("a user's settings, completed by those of the theme", () => {
  const theme = { background: "none", font: { color: "grey", family: "sans" } };

  it("have precedence one by one, also inside of a group", () => {
    assert.deepEqual(completed(theme, { background: "white", font: { color: "red" }, title: "Bars" }), {
      background: "white",
      font: { color: "red", family: "sans" },
      title: "Bars",
    });
  });

  it("are the theme's alone where there are none, and leave it as it was", () => {
    assert.deepEqual(completed(theme), theme);
    completed(theme, { font: { size: 3 } });
    assert.deepEqual(theme.font, { color: "grey", family: "sans" });
  });

  it("take the place of a group where they are none", () => {
    for (const font of ["serif", null, ["serif"]]) assert.equal(completed(theme, { font }).font, font);
    assert.deepEqual(completed(theme, { background: { color: "red" } }).background, { color: "red" });
  });
});
