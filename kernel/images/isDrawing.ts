/** How the images of pixels begin that may hold any text further on. */
const pixelFormats = [
  [0xff, 0xd8], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x52, 0x49, 0x46, 0x46], // WebP
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x49, 0x49, 0x2b, 0x00],
  [0x4d, 0x4d, 0x00, 0x2b],
];

/**
 * Whether bytes may be read as an SVG drawing: libvips looks for its tag in the first thousand bytes, in UTF-8 or UTF-16,
 * and unpacks gzip. A drawing can name other files and draw without end.
 */
export function isDrawing(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  if (pixelFormats.some((start) => start.every((byte, at) => bytes[at] === byte))) return false;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  return /<(?:\w+:)?svg|<\?xml|<!doctype|<!entity/i.test(start.replaceAll("\0", ""));
}
