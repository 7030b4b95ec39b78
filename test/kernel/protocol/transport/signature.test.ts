import assert from "node:assert/strict";
import fc from "fast-check";
import { checkScheme, isSigned, sign } from "../../../../kernel/protocol/transport/signature.js";

const parts = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const key = { key: "Jefe", scheme: "hmac-sha256" };

describe("the signature of a message", () => {
  it("is the HMAC over its parts in a row: RFC 4231's second test case", () => {
    const expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assert.equal(sign(key, parts("what do ya want for nothing?")), expected);
    assert.equal(sign(key, parts("what do ya ", "want for nothing?")), expected);
  });

  it("may be of another scheme, as the connection file names it", () => {
    assert.equal(
      sign({ key: "Jefe", scheme: "hmac-md5" }, parts("what do ya want for nothing?")),
      "750c783e6ab0b503eaa86e310a5db738",
    );
  });

  it("is that of the parts, and of no others", () => {
    const text = fc.string();
    fc.assert(
      fc.property(text, text, fc.string({ minLength: 1 }), (a, b, more) => {
        const signature = Buffer.from(sign(key, parts(a, b)));
        assert.ok(isSigned(key, parts(a, b), signature));
        assert.ok(!isSigned(key, parts(a, b + more), signature));
        assert.ok(!isSigned({ ...key, key: "other" }, parts(a, b), signature));
      }),
    );
  });

  it("of another length is wrong, not an error", () => {
    assert.equal(isSigned(key, parts("x"), Buffer.from("")), false);
    assert.equal(isSigned(key, parts("x"), Buffer.from("too short")), false);
  });

  it("is none with an empty key, which takes every message", () => {
    const none = { key: "", scheme: "hmac-sha256" };
    assert.equal(sign(none, parts("x")), "");
    assert.equal(isSigned(none, parts("x"), Buffer.from("anything")), true);
  });

  it("is known by its scheme, or refused with what to ask for", () => {
    for (const scheme of ["hmac-sha256", "hmac-sha512", "hmac-md5"]) checkScheme({ key: "k", scheme });
    for (const scheme of ["hmac-rot13", "sha256", "", "hmac-", undefined as unknown as string])
      assert.throws(
        () => checkScheme({ key: "k", scheme }),
        /unknown here\. Start the kernel with "hmac-sha256"/,
      );
    checkScheme({ key: "", scheme: "anything, as nothing is signed" });
  });
});
