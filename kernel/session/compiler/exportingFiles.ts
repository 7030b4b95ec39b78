import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** More files than anybody keeps beside a notebook. */
const limit = 200;

/** The modules in a folder that export a name, as specifiers of imports. */
export function exportingFiles(folder: string, name: string): string[] {
  const exported = new RegExp(
    String.raw`^\s*export\s+(?:async\s+)?(?:function\s*\*?|const|let|class|enum|interface|type)\s+${name.replaceAll("$", String.raw`\$`)}\b`,
    "m",
  );
  const files = readdirSync(folder).filter((file) => /(?<!\.d)\.(?:[cm]?ts|mjs|js)$/.test(file));
  return files
    .slice(0, limit)
    .filter((file) => exported.test(textOf(path.join(folder, file))))
    .map((file) => `./${file}`);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
