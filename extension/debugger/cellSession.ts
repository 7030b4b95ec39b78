import { realpathSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { DebuggerLine } from "../../kernel/protocol/debuggerLine.js";
import { Disposables } from "../disposables.js";
import { cellFile } from "../kernel/cellFile.js";
import type { NotebookKernel } from "../kernel/notebookKernel.js";
import { type DebuggedCell, namedForDebugger, namedForEditor } from "./cellSources.js";
import { debugConfiguration, sessionMark } from "./debugConfiguration.js";
import { InspectorServer } from "./inspectorServer.js";

/** Milliseconds that the debugger may take to attach. */
const patience = 20_000;

/** VS Code's JavaScript debugger on the kernel of a notebook, from attaching to letting go. */
export class CellSession implements vscode.Disposable {
  readonly #owned = new Disposables();
  #root: vscode.DebugSession | undefined;
  #isReady: () => void = () => {};
  readonly #ready = new Promise<void>((resolve) => (this.#isReady = resolve));

  private constructor(
    readonly kernel: NotebookKernel,
    readonly server: InspectorServer,
  ) {
    this.#owned.add({ dispose: () => server.close() });
    const factory = { createDebugAdapterTracker: (session: vscode.DebugSession) => this.#tracker(session) };
    this.#owned.add(vscode.debug.registerDebugAdapterTrackerFactory("pwa-node", factory));
    this.#owned.add(
      vscode.debug.onDidTerminateDebugSession((session) => session.id === this.#root?.id && this.dispose()),
    );
  }

  /**
   * Attaches the debugger; the breakpoints that there are have been set when this resolves.
   * @throws Error when the debugger does not attach
   */
  static async start(kernel: NotebookKernel, extensionPath: string): Promise<CellSession> {
    const process = await kernel.start();
    const server = await InspectorServer.open((hear) => new DebuggerLine(process, hear));
    const session = new CellSession(kernel, server);
    try {
      await session.#attach(extensionPath);
      return session;
    } catch (error) {
      session.dispose();
      throw error;
    }
  }

  /** Lets the kernel go; a cell that is paused goes on. */
  dispose(): void {
    const root = this.#root;
    this.#root = undefined;
    if (root) void vscode.debug.stopDebugging(root);
    this.#owned.dispose();
  }

  async #attach(extensionPath: string): Promise<void> {
    const { notebook } = this.kernel;
    const name = path.basename(notebook.uri.path);
    const started = await vscode.debug.startDebugging(
      vscode.workspace.getWorkspaceFolder(notebook.uri),
      debugConfiguration(name, this.server.address, realpathSync(extensionPath)),
    );
    const isReady = started && (await Promise.race([this.#ready.then(() => true), later(patience)]));
    if (!isReady)
      throw new Error(
        vscode.l10n.t(
          "The debugger did not attach. Check that the built-in extension JavaScript Debugger is enabled, then debug the cell again.",
        ),
      );
  }

  /** The debugger has one session for the connection, and another for the kernel's main thread. */
  #tracker(session: vscode.DebugSession): vscode.DebugAdapterTracker | undefined {
    if (session.configuration[sessionMark] === this.server.address) this.#root = session;
    const root = this.#root;
    if (!root || (session.id !== root.id && session.parentSession?.id !== root.id)) return undefined;
    return {
      onWillReceiveMessage: (message) => namedForDebugger(message, this.#cells()),
      onDidSendMessage: (message: { readonly command?: string; readonly type?: string }) => {
        namedForEditor(message, this.#cells());
        const isAttached = message.type === "response" && message.command === "configurationDone";
        if (isAttached && session.id !== root.id) this.#isReady();
      },
    };
  }

  #cells(): DebuggedCell[] {
    const { notebook } = this.kernel;
    const name = path.basename(notebook.uri.path);
    return notebook.getCells().map(({ document: { uri }, index }) => ({
      address: uri.toString(),
      file: cellFile(uri),
      name: vscode.l10n.t("{0}, cell {1}", name, index + 1),
    }));
  }
}

function later(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
