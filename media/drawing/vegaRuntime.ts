/** Everything of Vega that a view needs, in one chunk that is loaded when the first view draws. */
import { Error as errorLevel, type Loader, loader, logger, parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { isPicture, pictureInVega } from "../../kernel/aen/views/drawing/pictureInVega.js";

const quiet = logger(errorLevel);

/** Loads nothing: what a view shows is in the page already. Pictures as data URIs need no loading. */
function closedLoader(): Loader {
  const closed = loader();
  const refuse = (uri: string): Promise<never> =>
    Promise.reject(
      new Error(
        `Views load nothing from outside the notebook: put the data of ${uri.slice(0, 120)} into the output.`,
      ),
    );
  closed.load = refuse;
  closed.http = refuse;
  closed.file = refuse;
  const sanitize = closed.sanitize.bind(closed);
  closed.sanitize = (uri, options) =>
    /^data:image\/(png|jpeg|webp|gif|svg\+xml)[;,]/i.test(uri) || options.context === "href"
      ? sanitize(uri, options)
      : refuse(uri);
  return closed;
}

/** A specification in Vega's language; the compiler of Vega-Lite is loaded only for what needs it. */
async function inVega(spec: object): Promise<Spec> {
  if (isPicture(spec)) return pictureInVega(spec);
  if (/\/schema\/vega\/v\d/.test(String((spec as { $schema?: unknown }).$schema))) return spec as Spec;
  return (await import("./vegaLite.js")).compileVegaLite(spec);
}

/** A Vega view of a Vega or Vega-Lite specification, as SVG, without `eval`; it is yet to be run. */
export async function createView(spec: object, container: HTMLElement): Promise<View> {
  const runtime = parse(await inVega(spec), undefined, { ast: true });
  return new View(runtime, {
    container,
    renderer: "svg",
    expr: expressionInterpreter,
    loader: closedLoader(),
    logger: quiet,
    hover: true,
  });
}

/** The picture as the text of an SVG file. */
export async function svgOf(spec: object): Promise<string> {
  const view = await createView(spec, document.createElement("div"));
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** The picture as a PNG file, two pixels for each CSS pixel. */
export async function pngOf(spec: object): Promise<Blob> {
  const view = await createView(spec, document.createElement("div"));
  try {
    const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement;
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large")))),
    );
  } finally {
    view.finalize();
  }
}
