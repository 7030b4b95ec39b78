/** Everything that a view needs from Vega, in one chunk that is loaded when the first view draws. */
import { Error as errorLevel, type Loader, loader, logger, parse, type Runtime, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { isPicture, pictureInVega } from "../../kernel/figures/drawing/pictureInVega.js";
import { worded } from "../../kernel/words/words.js";

const quiet = logger(errorLevel);

/**
 * Loads nothing: everything a view shows is already in the page. Pictures as data URIs need no loading.
 * @param onRefused told which data or pictures are missing and what to do, as Vega itself goes on without them
 */
function closedLoader(onRefused: (message: string) => void): Loader {
  const closed = loader();
  const refuse = (uri: string): Promise<never> => {
    const message = worded(
      "Views load nothing from outside the notebook. Include the data of {0} in the output.",
      uri.slice(0, 120),
    );
    onRefused(message);
    return Promise.reject(new Error(message));
  };
  closed.load = refuse;
  closed.http = refuse;
  closed.file = refuse;
  const sanitize = closed.sanitize.bind(closed);
  closed.sanitize = (uri, options) =>
    /^data:image\/(png|jpeg|webp|gif|svg\+xml)[;,]/i.test(uri) || options?.context === "href"
      ? sanitize(uri, options)
      : refuse(uri);
  return closed;
}

/** Converts a specification to Vega; the Vega-Lite compiler is loaded only when needed. */
async function inVega(spec: object): Promise<Spec> {
  if (isPicture(spec)) return pictureInVega(spec);
  if (/\/schema\/vega\/v\d/.test(String((spec as { $schema?: unknown }).$schema))) return spec as Spec;
  return (await import("./vegaLite.js")).compileVegaLite(spec);
}

/**
 * Creates a Vega view of a Vega or Vega-Lite specification, as SVG, without `eval`. The caller must run it.
 * @param onRefused told of data that the specification wants to load, which is not done
 */
export async function createView(
  spec: object,
  container: HTMLElement,
  onRefused?: (message: string) => void,
): Promise<View> {
  return viewOf(await compiled(spec), container, onRefused);
}

/** The first half of {@link createView}, which may take a while and leaves the page as it is. */
export async function compiled(spec: object): Promise<Runtime> {
  return parse(await inVega(spec), undefined, { ast: true });
}

/** The second half of {@link createView}: takes the place of what is in the container. */
export function viewOf(
  runtime: Runtime,
  container: HTMLElement,
  onRefused: (message: string) => void = () => {},
): View {
  return new View(runtime, {
    container,
    renderer: "svg",
    expr: expressionInterpreter,
    loader: closedLoader(onRefused),
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

/** The picture as a PNG file, with two pixels per CSS pixel. */
export async function pngOf(spec: object): Promise<Blob> {
  const view = await createView(spec, document.createElement("div"));
  try {
    const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement;
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(worded("the picture is too large"))))),
    );
  } finally {
    view.finalize();
  }
}
