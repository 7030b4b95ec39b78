/** Types of pictures that a notebook may hold, the preferred first. */
export const pictureTypes = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/**
 * A picture that a notebook holds as a data URI. SVG is text in outputs and base64 in attachments, or the other way round.
 * @returns undefined for another type, and for text that is not base64
 */
export function pictureSource(type: string, text: string): string | undefined {
  if (!(pictureTypes as readonly string[]).includes(type)) return undefined;
  const isText = type === "image/svg+xml" && text.includes("<");
  const base64 = isText ? Buffer.from(text).toString("base64") : text.replaceAll(/\s/g, "");
  return /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? `data:${type};base64,${base64}` : undefined;
}
