import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { extensionWith } from "./program.js";

const { answers, asked, ConfigurationTarget, window } = (await import("vscode")) as unknown as typeof standIn;
const { chooseDevice } = await import("../../../extension/commands/chooseDevice.js");

const devices = [
  { device: "cpu", usable: true, name: "CPU", note: "" },
  { device: "webgpu", usable: true, name: "GPU", note: "" },
];

describe("the choice of a device", () => {
  const extension = extensionWith(
    `if (process.argv.slice(2).join(" ") === "devices --json") console.log(${JSON.stringify(JSON.stringify(devices))})`,
  );
  const failing = extensionWith("console.error('Usage\\nThe driver is missing.'); process.exit(1)");
  const silent = extensionWith("process.exit(3)");
  const restarted: unknown[] = [];
  let state = "idle";
  const controller = {
    kernels: { existing: () => ({ state }) },
    restart: async (notebook: unknown) => restarted.push(notebook),
  };
  const notebook = { notebookType: "jupyter-notebook" };
  const choose = (device: string | undefined, from = extension) => {
    answers.pick = (items) => items.find((item) => item.device === device);
    return chooseDevice(from, controller as never);
  };
  beforeEach(() => {
    for (const list of [asked.picks, asked.updates, asked.messages, restarted]) list.length = 0;
    [answers.settings, answers.button, state] = [{ device: "cpu" }, undefined, "idle"];
    window.activeNotebookEditor = { notebook };
  });
  after(() => {
    window.activeNotebookEditor = undefined;
    [answers.settings, answers.button, answers.pick] = [{}, undefined, () => undefined];
  });

  it("offers the devices of this machine, with the present one, and keeps what is chosen for this user", async () => {
    await choose("webgpu");
    const [{ items, placeHolder }] = asked.picks;
    assert.deepEqual(items.map(({ device }) => device).filter(Boolean), ["auto", "cpu", "webgpu"]);
    assert.match(placeHolder, /now: cpu/);
    assert.deepEqual(asked.updates, [["device", "webgpu", ConfigurationTarget.Global]]);
  });

  it("changes nothing when nothing, a separator, or the present device is chosen", async () => {
    await choose("cpu");
    await choose(undefined);
    answers.pick = () => undefined;
    await chooseDevice(extension, controller as never);
    assert.deepEqual([asked.updates, asked.messages], [[], []]);
  });

  it("offers to restart an idle kernel, which keeps its device until then", async () => {
    await choose("webgpu");
    assert.match(asked.messages[0], /keeps its device until it is restarted/);
    assert.deepEqual(restarted, []);
    answers.button = "Restart Kernel";
    await choose("webgpu");
    assert.deepEqual(restarted, [notebook]);
  });

  it("does not offer that while the kernel computes, or where there is none of ours", async () => {
    state = "busy";
    await choose("webgpu");
    state = "idle";
    window.activeNotebookEditor = { notebook: { notebookType: "another" } };
    await choose("webgpu");
    window.activeNotebookEditor = undefined;
    await choose("webgpu");
    assert.deepEqual(asked.messages, []);
    assert.equal(asked.updates.length, 3);
  });

  it("says why the devices cannot be listed, also where the program says nothing", async () => {
    await assert.rejects(async () => choose("cpu", failing), { message: "The driver is missing." });
    await assert.rejects(async () => choose("cpu", silent), { message: "aen devices failed." });
  });
});
