import * as vscode from "vscode";

/**
 * VS Code keeps a progress notification open for at least 800 ms and shows at most three notifications in 800 ms; a
 * fourth goes straight to the notification center. No API exposes either limit, so this is slightly longer.
 */
const shortestMs = 850;

/**
 * Shows a progress notification while work runs, and settles once it has closed. A message shown afterwards is then
 * visible even if other notifications have just appeared.
 * @throws what the work throws
 */
export async function withProgressNotification<T>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  try {
    return await vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
      const shown = windowHasFollowed().then(() => passed(shortestMs));
      return await work(token).finally(() => shown);
    });
  } finally {
    await windowHasFollowed();
  }
}

/** Resolves when the window has processed all earlier calls; it handles them in order. */
async function windowHasFollowed(): Promise<void> {
  await vscode.commands.executeCommand("setContext", "aen.windowHasFollowed", true);
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
