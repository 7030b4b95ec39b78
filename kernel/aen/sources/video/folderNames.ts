import path from "node:path";

/** A name that every file system accepts and annotation lists can hold: no spaces, no separators. */
export function safeName(name: string): string {
  const safe = name.normalize("NFC").replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");
  return safe.replace(/^\.+/, "_").slice(0, 80) || "clip";
}

/** A folder name for each video: its own name, prefixed with its folder's where two are the same. */
export function clipNames(files: readonly string[]): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const parts = path.resolve(file).split(path.sep);
    const stem = path.parse(file).name;
    const parent = parts[parts.length - 2];
    const choices = [stem, `${parent}_${stem}`, `${parent}_${path.basename(file)}`].map(safeName);
    let name = choices.find((choice) => !taken.has(choice.toLowerCase()));
    for (let number = 2; name === undefined; number++) {
      const numbered = `${choices[0]}-${number}`;
      if (!taken.has(numbered.toLowerCase())) name = numbered;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
