import { type ViewName, viewNames, type ViewPayload, views } from "./views.js";

type ViewMimeType<Name extends ViewName> =
  `application/vnd.aen.${Name}.v${ViewPayload<Name>["version"]}+json`;

/** The MIME type of a view's payload. @param name as in kernel/contracts/views.ts */
export function viewMimeType<Name extends string, Version extends number>(
  name: Name,
  { version }: { readonly version: Version },
): `application/vnd.aen.${Name}.v${Version}+json` {
  return `application/vnd.aen.${name}.v${version}+json`;
}

/** The MIME types of the views' payloads. */
export const viewMimeTypes = Object.fromEntries(
  viewNames.map((name) => [name, viewMimeType(name, views[name])]),
) as { readonly [Name in ViewName]: ViewMimeType<Name> };

/** The Vega-Lite MIME type that JupyterLab, nteract and VS Code's Jupyter extension render natively. */
export const vegaLiteMimeType = "application/vnd.vegalite.v5+json";
