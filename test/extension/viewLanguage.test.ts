import "./standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "./standIn/vscode.js";

const { answers, asked, env, happenings, notebooks } = (await import("vscode")) as unknown as typeof standIn;
const { tellViewLanguage, viewLanguage } = await import("../../extension/viewLanguage.js");

describe("The language of views in VS Code", () => {
  const set = (language: string | undefined) => (answers.settings["views.language"] = language);
  afterEach(() => {
    set(undefined);
    env.language = "en";
  });

  it("is VS Code's own unless one is set", () => {
    env.language = "de-ch";
    assert.deepEqual(
      [viewLanguage(), (set("en"), viewLanguage()), (set("auto"), viewLanguage())],
      ["de", "en", "de"],
    );
  });

  it("is told to a renderer that asks, and to all when the setting is changed", () => {
    const messaging = notebooks.createRendererMessaging();
    const told = tellViewLanguage(messaging as never);
    const { posted, received } = asked.messagings.at(-1)!;
    received.fire({ editor: "editor", message: { type: "language" } });
    received.fire({ editor: "editor", message: null });
    set("de");
    happenings.configuration.fire({ affectsConfiguration: (name) => name === "aen.device" });
    happenings.configuration.fire({ affectsConfiguration: (name) => name === "aen.views.language" });
    told.dispose();
    assert.deepEqual(
      posted.map(({ message, editor }) => [message, editor]),
      [
        [{ type: "language", language: "en" }, "editor"],
        [{ type: "language", language: "de" }, undefined],
      ],
    );
  });
});
