import assert from "node:assert/strict";
import { pagePolicy } from "../../../../kernel/notebook/html/pagePolicy.js";

describe("the content security policy of a page", () => {
  it("lets no script run where the page has none, and fetches nothing", () => {
    const policy = pagePolicy([]);
    assert.match(policy, /^default-src 'none'; script-src 'none'; /);
    assert.match(policy, /; img-src data: blob:; frame-src 'none'; form-action 'none'; base-uri 'none'$/);
  });

  it("names the page's own scripts by their SHA-256", () => {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    const hash = "bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";
    assert.ok(
      pagePolicy(["alert(1)", "alert(1)"]).includes(`script-src 'sha256-${hash}' 'sha256-${hash}'; `),
    );
  });
});
