import assert from "node:assert/strict";
import { newMessage, newMessageId } from "../../../kernel/contracts/jupyterMessages.js";

describe("a new Jupyter message", () => {
  it("has the header that the protocol asks for (Jupyter messaging 5.4)", () => {
    const { header, ...rest } = newMessage("iopub", "status", { execution_state: "idle" });
    const { msg_id, session, date, ...known } = header;
    assert.deepEqual(known, { msg_type: "status", username: "aen", version: "5.4" });
    for (const id of [msg_id, session]) assert.ok(typeof id === "string" && id !== "");
    assert.equal(new Date(date).toISOString(), date);
    assert.deepEqual(rest, {
      ...{ channel: "iopub", parent_header: {}, metadata: {}, buffers: [] },
      content: { execution_state: "idle" },
    });
  });

  it("has an id of its own and, unless another is given, the session of this process", () => {
    const messages = Array.from({ length: 50 }, () => newMessage("shell", "kernel_info_request", {}));
    const ids = [...messages.map(({ header }) => header.msg_id), newMessageId()];
    assert.equal(new Set(ids).size, 51);
    assert.equal(new Set(messages.map(({ header }) => header.session)).size, 1);
    const other = newMessage("shell", "kernel_info_request", {}, { session: "of the client" });
    assert.equal(other.header.session, "of the client");
    assert.equal("session" in other, false, "the session stands in the header alone");
  });

  it("carries what caused it, its metadata, its buffers and its route", () => {
    const parent_header = newMessage("shell", "execute_request", {}).header;
    const rest = { parent_header, metadata: { a: 1 }, buffers: [new Uint8Array([1])] };
    const identities = [new Uint8Array([7])];
    const message = newMessage("iopub", "display_data", { data: {} }, { ...rest, identities });
    assert.deepEqual(
      { ...message, header: null },
      {
        ...{ channel: "iopub", header: null, content: { data: {} } },
        ...{ ...rest, identities },
      },
    );
  });
});
