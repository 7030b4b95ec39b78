import type * as vscode from "vscode";

/** Collects disposables and disposes them in reverse order. */
export class Disposables implements vscode.Disposable {
  readonly #items: vscode.Disposable[] = [];
  #isDisposed = false;

  /** Keeps an item until this is disposed; if it already is, disposes the item at once. */
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
