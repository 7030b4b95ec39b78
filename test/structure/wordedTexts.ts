import path from "node:path";
import { globSync } from "tinyglobby";
import ts from "typescript";

/** A text of the catalog, as the sources have it. */
export interface WordedText {
  /** In English, with the places of its values: "{0} of {1} clips". */
  readonly text: string;
  /** "media/view/view.ts:12" */
  readonly at: string;
}

/** Texts of the sources, and calls that the catalog cannot serve. */
export interface FoundTexts {
  readonly texts: readonly WordedText[];
  readonly faults: readonly string[];
}

/** Where the text stands among the arguments of each function of kernel/words/words.ts, and where its values begin. */
const functions: Readonly<Record<string, { readonly texts: readonly number[]; readonly values: number }>> = {
  worded: { texts: [0], values: 1 },
  wordedCount: { texts: [1, 2], values: 3 },
};

/** The sources whose texts a person reads in a browser. */
export function sourcesOfViews(root: string): string[] {
  const patterns = [
    "media/**/*.ts",
    "kernel/figures/**/*.ts",
    "kernel/metrics/**/*.ts",
    "kernel/notebook/html/**/*.ts",
  ];
  return globSync(patterns, { cwd: root, ignore: ["**/*.d.ts", "media/{build,pictures}/**"] }).sort();
}

/** A program of the sources, with the types of the project. */
export function programOf(root: string, files: readonly string[]): ts.Program {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const declarations = globSync("media/**/*.d.ts", { cwd: root });
  return ts.createProgram(
    [...files, ...declarations].map((file) => path.join(root, file)),
    { ...options, noEmit: true, types: [] },
  );
}

/**
 * Every text that the sources give to the catalog: literals, and names whose type is a list of literals. The empty text
 * needs no translation.
 */
export function wordedTexts(root: string, program: ts.Program, files: readonly string[]): FoundTexts {
  const checker = program.getTypeChecker();
  const texts: WordedText[] = [];
  const faults: string[] = [];
  for (const file of files) {
    const source = program.getSourceFile(path.join(root, file))!;
    const look = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) take(node, file, source);
      ts.forEachChild(node, look);
    };
    look(source);
  }
  return { texts, faults };

  function take(call: ts.CallExpression, file: string, source: ts.SourceFile): void {
    const known = functions[call.expression.getText(source)];
    if (!known) return;
    const at = `${file}:${source.getLineAndCharacterOfPosition(call.getStart(source)).line + 1}`;
    if (!isInFunction(call))
      faults.push(`${at}: is read when the module loads, before the language is known`);
    for (const place of known.texts) {
      const found = literalsOf(checker.getTypeAtLocation(call.arguments[place])).filter(
        (text) => text !== "",
      );
      if (found.length === 0) faults.push(`${at}: its text is not written out`);
      for (const text of found) {
        texts.push({ text, at });
        const given = call.arguments.slice(known.values);
        const most = given.some(ts.isSpreadElement) ? Infinity : given.length + known.texts.length - 1;
        if (placesOf(text).length > most) faults.push(`${at}: ${text} has places without values`);
      }
    }
  }
}

/** The places of a text's values, sorted: ["{0}", "{1}"]. */
export function placesOf(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}

function literalsOf(type: ts.Type): string[] {
  if (type.isUnion()) return type.types.flatMap(literalsOf);
  return type.isStringLiteral() ? [type.value] : [];
}

function isInFunction(node: ts.Node): boolean {
  return (
    ts.findAncestor(node, (one) => ts.isFunctionLike(one) || ts.isPropertyDeclaration(one)) !== undefined
  );
}
