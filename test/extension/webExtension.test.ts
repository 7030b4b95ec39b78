import "./standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "./standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { activate } = await import("../../extension/webExtension.js");

describe("The extension in VS Code for the Web", () => {
  it("offers the kernel that refuses, and answers views; it ends with VS Code", () => {
    const [controllers, messagings] = [asked.controllers.length, asked.messagings.length];
    const subscriptions: { dispose(): void }[] = [];
    activate({ subscriptions } as never);
    assert.equal(asked.controllers.length, controllers + 1);
    assert.equal(asked.messagings.length, messagings + 1);
    assert.equal(subscriptions.length, 1);
    subscriptions[0].dispose();
  });
});
