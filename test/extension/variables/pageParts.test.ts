import assert from "node:assert/strict";
import { escaped, picture } from "../../../extension/variables/pageParts.js";

describe("the parts of a variable's page", () => {
  it("are text, whatever the value says, in quotes too", () => {
    assert.equal(escaped(`<a href="x">'&`), "&#60;a href=&#34;x&#34;&#62;&#39;&#38;");
  });

  it("have an empty place where there is no picture", () => {
    assert.match(picture("", "a", 40), /^<span class="none" style="width:40px/);
    assert.match(
      picture("data:image/png;base64,AA==", "a", 40),
      /^<img src="data:image\/png;base64,AA==" alt="a"/,
    );
  });
});
