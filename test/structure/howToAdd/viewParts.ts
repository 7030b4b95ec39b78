import { existsSync } from "node:fs";
import path from "node:path";
import type { MimeBundle } from "../../../kernel/contracts/mimeBundle.js";
import { viewMimeType } from "../../../kernel/contracts/viewMimeTypes.js";
import type { ViewContract } from "../../../kernel/contracts/views.js";
import { schemaFile } from "../../../media/build/generateSchemas.js";
import { loaderOf } from "../../../media/viewLoaders.js";
import { exampleFile, exampleOf } from "../../media/exampleViews.js";
import { screenshotName, screenshotThemes, screenshotWidths } from "../../media/referencePictures.js";
import { mirroredTest, modulesWithoutMirroredTest } from "../mirroredTests.js";
import { moduleNameOf, viewClassOf } from "../viewModules.js";
import { missingOf, type Part, sourcesUnder, textOf } from "./files.js";

/**
 * What the view `name` lacks, a line each; nothing where it is whole.
 *
 * @param untested all modules that lack their mirrored test
 */
export async function missingFromView(
  name: string,
  contract: ViewContract,
  untested: readonly string[] = modulesWithoutMirroredTest("."),
): Promise<string[]> {
  const mimeType = viewMimeType(name, contract);
  const schema = schemaFile(name, contract);
  const builder = builderOf(name);
  return missingOf(`view "${name}"`, [
    [isDeclared(contract.payloadType), `no type ${contract.payloadType} in kernel/contracts/payloads`],
    [saysView(schema, name), `no schema ${schema} (npm run schemas writes it)`],
    [loaderOf(mimeType) !== undefined, "no loader in media/viewLoaders.ts"],
    [rendererTypes().includes(mimeType), `no "${mimeType}" in package.json's renderer "aen-views"`],
    [builder !== undefined, `no builder in kernel/figures/bundles whose bundle has viewMimeTypes["${name}"]`],
    [builder !== undefined && isShown(builder), "no way to see it: nothing in kernel/aen calls its builder"],
    ...viewModuleParts(contract, untested),
    ...(await exampleParts(name, mimeType)),
    ...screenshotParts(name),
  ]);
}

function isDeclared(type: string): boolean {
  const declaration = new RegExp(`export (interface|type) ${type}\\b`);
  return sourcesUnder("kernel/contracts/payloads").some((file) => declaration.test(textOf(file)));
}

/** Whether a schema is there and asks for this view: another payload's schema is not taken for it. */
function saysView(file: string, name: string): boolean {
  if (!existsSync(file)) return false;
  const { properties } = JSON.parse(textOf(file)) as { properties?: { view?: { const?: string } } };
  return properties?.view?.const === name;
}

function rendererTypes(): readonly string[] {
  const { contributes } = JSON.parse(textOf("package.json")) as {
    contributes: { notebookRenderer: { id: string; mimeTypes: string[] }[] };
  };
  return contributes.notebookRenderer.find(({ id }) => id === "aen-views")!.mimeTypes;
}

/** The module of kernel/figures/bundles that makes the view. */
function builderOf(name: string): string | undefined {
  const made = `[viewMimeTypes["${name}"]]: `;
  return sourcesUnder("kernel/figures/bundles").find((file) => textOf(file).includes(made));
}

/** Whether results of kernel/aen use the builder, so that readers get to see the view. */
function isShown(builder: string): boolean {
  const used = new RegExp(`^import (?!type ).*figures/bundles/${path.basename(builder, ".ts")}\\.js"`, "m");
  return sourcesUnder("kernel/aen").some((file) => used.test(textOf(file).replace(/\{[^}]*\}/g, "{}")));
}

/** The class, where its room and the tests expect it, and the mirrored tests of the view's modules. */
function viewModuleParts(contract: ViewContract, untested: readonly string[]): Part[] {
  const name = moduleNameOf(contract);
  const view = `media/${name}/${name}View.ts`;
  const isClass = new RegExp(`export class ${viewClassOf(contract)}\\b`).test(textOf(view));
  const always = [`kernel/figures/bundles/${name}.ts`, view].filter(
    (file) => !existsSync(mirroredTest(file)),
  );
  const others = untested.filter((file) =>
    [`kernel/figures/${name}/`, `media/${name}/`].some((folder) => file.startsWith(folder)),
  );
  return [
    [isClass, `no class ${viewClassOf(contract)} in ${view}`],
    ...[...new Set([...always, ...others])].map((file): Part => [false, `no test ${mirroredTest(file)}`]),
  ];
}

async function exampleParts(name: string, mimeType: string): Promise<Part[]> {
  const example = await exampleOf(name);
  if (!example) return [[false, `no example in ${exampleFile(name)}`]];
  const bundle: MimeBundle = await example.bundle(example.payload());
  return [mimeType, "image/svg+xml", "text/plain"].map((form) => [
    form in bundle,
    `no ${form} in the bundle of its example`,
  ]);
}

function screenshotParts(name: string): Part[] {
  const pictures = screenshotWidths.flatMap((width) =>
    screenshotThemes.map((theme) => `test/media/screenshots/${screenshotName(name, width, theme)}`),
  );
  const missing = pictures.filter((file) => !existsSync(file));
  return [[missing.length === 0, `no reference pictures ${missing.join(", ")}`]];
}
