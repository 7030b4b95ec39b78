import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";

/** What describes the extension, on every target; .vscodeignore excludes the rest. */
export const describingFiles: readonly string[] = [
  "README.md",
  "LICENSE",
  "NOTICE",
  "package.nls*.json",
  "l10n/**",
  ".vscodeignore",
  "media/icon.png",
];

/** The files of the extension for VS Code for the Web: its one module, the renderers, and what describes them. */
const files = [
  ...describingFiles,
  "dist/media/*.renderer.js",
  "dist/media/chunks/**",
  "dist/webExtension.js",
];

/** The fields of package.json that mean something without Node; of what is contributed, the renderers alone. */
const fields = [
  ...["name", "displayName", "version", "description", "license", "publisher", "engines", "categories"],
  ...["keywords", "icon", "browser", "l10n", "activationEvents"],
];

type Manifest = Record<string, unknown> & { contributes: { notebookRenderer: unknown } };

/**
 * Lays out the extension for VS Code for the Web. Its manifest has no `main`, so that it runs in the browser also where
 * VS Code has a server; no commands and views of things that need a kernel; and no plugin for the TypeScript service,
 * since no session is there to answer instead.
 * @param root - the repository, built
 * @param folder - recreated
 */
export function stageWeb(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const file of globSync(files, { cwd: root, dot: true })) {
    const to = path.join(folder, file);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(root, file), to, { dereference: true });
  }
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Manifest;
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(webManifest(manifest), null, 2));
}

/** package.json of the extension in a browser. */
export function webManifest(manifest: Manifest): Record<string, unknown> {
  const kept = Object.fromEntries(fields.map((field) => [field, manifest[field]]));
  return {
    ...kept,
    capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
    contributes: { notebookRenderer: manifest.contributes.notebookRenderer },
  };
}
