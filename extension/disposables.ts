import type * as vscode from "vscode";

/** Collects what must be given back, and gives it back in the opposite order. */
export class Disposables implements vscode.Disposable {
  readonly #items: vscode.Disposable[] = [];
  #isDisposed = false;

  /** Keeps a thing until this is disposed; where that has happened already, it is disposed at once. */
  add<T extends vscode.Disposable>(item: T): T {
    if (this.#isDisposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const item of this.#items.splice(0).reverse()) item.dispose();
  }
}
