import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { globSync } from "tinyglobby";

/** An empty page in which the parts of a view look as they do inside of one. */
const emptyPage = `<!doctype html><html lang="en"><title>Modules</title><link rel="icon" href="data:,">
<style>${readFileSync("media/view/view.css", "utf8")}</style><body></body></html>`;

let started: Promise<Server> | undefined;

/**
 * The address under which the modules of media/ that run in browsers are served from their sources, with an empty page
 * at "/", and one that forbids `eval` at "/strict". They are bundled once for all tests of this process.
 */
export async function moduleServer(): Promise<string> {
  started ??= start();
  const { port } = (await started).address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}

after(async () => (await started?.catch(() => undefined))?.close());

async function start(): Promise<Server> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    if (pathname === "/strict") response.setHeader("content-security-policy", "script-src 'self'");
    if (pathname === "/" || pathname === "/strict")
      return response.setHeader("content-type", "text/html").end(emptyPage);
    const text = files.get(pathname);
    if (text === undefined) return response.writeHead(404).end();
    response.setHeader("cache-control", "max-age=3600");
    return response.setHeader("content-type", "text/javascript").end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Each module with what several of them share in chunks of its own, by path on the page. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const plugin = pathToFileURL("media/build/validatorPlugin.js").href;
  const { validatorPlugin } = (await import(plugin)) as { validatorPlugin: Plugin };
  const entryPoints = globSync("media/**/*.ts", {
    ignore: ["**/*.d.ts", "**/*.{page,renderer}.ts", "media/{build,pictures}/**"],
  });
  const { outputFiles } = await build({
    entryPoints: [...entryPoints, "test/media/inPage.ts"],
    outdir: "/",
    outbase: ".",
    bundle: true,
    splitting: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    loader: { ".css": "text" },
    external: ["plotly.js-*"],
    plugins: [validatorPlugin],
    logLevel: "warning",
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replaceAll("\\", "/"), text]));
}
