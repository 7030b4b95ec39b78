/** Values of VS Code's API that hold what they are given, and its numbers: as much of them as the modules under test touch. */
import type * as api from "vscode";

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): api.Disposable => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };
  fire(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

export class NotebookCellOutputItem {
  constructor(
    readonly data: Uint8Array,
    readonly mime: string,
  ) {}
  static error(error: Error): NotebookCellOutputItem {
    return new NotebookCellOutputItem(
      Buffer.from(JSON.stringify(error)),
      "application/vnd.code.notebook.error",
    );
  }
  static stdout(text: string): NotebookCellOutputItem {
    return new NotebookCellOutputItem(Buffer.from(text), "application/vnd.code.notebook.stdout");
  }
  static stderr(text: string): NotebookCellOutputItem {
    return new NotebookCellOutputItem(Buffer.from(text), "application/vnd.code.notebook.stderr");
  }
}

export class NotebookCellOutput {
  constructor(
    public items: NotebookCellOutputItem[],
    public metadata?: Record<string, unknown>,
  ) {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState = 0,
  ) {}
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };

export class NotebookCellStatusBarItem {
  constructor(
    readonly text: string,
    readonly alignment: number,
  ) {}
}

export const NotebookCellStatusBarAlignment = { Left: 1, Right: 2 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const NotebookControllerAffinity = { Default: 1, Preferred: 2 };

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const ViewColumn = { Active: -1 };

export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static file(path: string): Uri {
    return new Uri("file", path);
  }
  static joinPath(uri: Uri, ...parts: string[]): Uri {
    return new Uri(uri.scheme, [uri.path, ...parts].join("/"));
  }
  get fsPath(): string {
    return this.path;
  }
  with({ path = this.path }: { path?: string }): Uri {
    return new Uri(this.scheme, path);
  }
  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

export class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}
export class CodeAction {
  diagnostics?: Diagnostic[];
  command?: { command: string; title: string; arguments?: unknown[] };
  constructor(
    readonly title: string,
    readonly kind: unknown,
  ) {}
}
export const CodeActionKind = { QuickFix: "quickfix" };
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };

export class WorkspaceEdit {
  readonly sets: [unknown, unknown][] = [];
  readonly replacements: [string, unknown, string][] = [];
  set(uri: unknown, edits: unknown): void {
    this.sets.push([uri, edits]);
  }
  replace(uri: unknown, range: unknown, text: string): void {
    this.replacements.push([String(uri), range, text]);
  }
}
export const NotebookEdit = {
  updateNotebookMetadata: (metadata: unknown) => metadata,
  insertCells: (at: number, cells: unknown) => ({ at, cells }),
  replaceCells: (range: NotebookRange, cells: unknown) => ({ range, cells }),
};
export const Disposable = {
  from: (...items: api.Disposable[]) => ({ dispose: () => items.forEach((item) => item.dispose()) }),
};

export class NotebookCellData {
  metadata: unknown;
  constructor(
    readonly kind: number,
    readonly value: string,
    readonly languageId: string,
  ) {}
}
export const NotebookCellKind = { Markup: 1, Code: 2 };
export class NotebookData {
  metadata: unknown;
  constructor(readonly cells: NotebookCellData[]) {}
}
export class NotebookRange {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}
export const NotebookEditorRevealType = { InCenter: 1, InCenterIfOutsideViewport: 2 };
export class RelativePattern {
  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {}
}
export class ProcessExecution {
  constructor(
    readonly process: string,
    readonly args: string[],
    readonly options: { cwd?: string; env?: Record<string, string> },
  ) {}
}
export class Task {
  presentationOptions: unknown;
  constructor(
    readonly definition: unknown,
    readonly scope: unknown,
    readonly name: string,
    readonly source: string,
    readonly execution: unknown,
  ) {}
}
export const TaskScope = { Global: 1, Workspace: 2 };
export const TaskRevealKind = { Always: 1 };
export const TaskPanelKind = { Dedicated: 2 };
export const StatusBarAlignment = { Left: 1, Right: 2 };

export class Range {
  readonly start: unknown;
  readonly end: unknown;
  /** From two positions, or from two lines and columns. */
  constructor(...given: unknown[]) {
    const [start, end, line, character] = given;
    const isNumbers = given.length === 4;
    this.start = isNumbers ? { line: start, character: end } : start;
    this.end = isNumbers ? { line, character } : end;
  }
}
export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}
export class InlayHint {
  constructor(
    readonly position: Position,
    readonly label: string,
    readonly kind: number,
  ) {}
}
export const InlayHintKind = { Type: 1, Parameter: 2 };
export class Location {
  constructor(
    readonly uri: unknown,
    readonly range: unknown,
  ) {}
}
export class MarkdownString {
  supportHtml?: boolean;
  isTrusted?: boolean;
  constructor(public value = "") {}
  appendCodeblock(code: string, language = ""): this {
    this.value += `\n\`\`\`${language}\n${code}\n\`\`\`\n`;
    return this;
  }
  appendText(text: string): this {
    this.value += text;
    return this;
  }
}
export class Hover {
  constructor(
    readonly contents: MarkdownString[],
    readonly range: Range,
  ) {}
}
export class CompletionItem {
  constructor(
    readonly label: string,
    readonly kind: number,
  ) {}
}
export class CompletionList<T> {
  constructor(readonly items: T[]) {}
}
/** The numbers of VS Code. */
export const CompletionItemKind = {
  ...{ Method: 1, Function: 2, Constructor: 3, Field: 4, Variable: 5, Class: 6, Interface: 7, Module: 8 },
  ...{
    Property: 9,
    Enum: 12,
    Keyword: 13,
    File: 16,
    Reference: 17,
    Folder: 18,
    EnumMember: 19,
    Constant: 20,
  },
};
export class SignatureHelp {
  signatures: SignatureInformation[] = [];
}
export class SignatureInformation {
  parameters: ParameterInformation[] = [];
  constructor(
    readonly label: string,
    readonly documentation: MarkdownString,
  ) {}
}
export class ParameterInformation {
  constructor(
    readonly label: string | [number, number],
    readonly documentation: MarkdownString,
  ) {}
}

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}
export class LanguageModelToolResult {
  constructor(readonly content: LanguageModelTextPart[]) {}
}
