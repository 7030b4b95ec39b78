import type { Colour } from "./identity.js";

/** The luminance of skin, in grey levels, for which a camera is set unless it is set for the person. */
const usual = 150;

/** The share of the lack of light that has to be made up, chosen on casts other than those of the printed figures. */
const needed = 0.6;

/** How a camera and its lamps are set for one person's skin. */
export interface Exposure {
  /** Multiplies all light. */
  readonly light: number;
  /** Multiplies the depth of the folds of the skin. */
  readonly folds: number;
}

/**
 * Light and folds that make expressions as legible on dark skin as on light: what a grey level adds to a picture is
 * proportional to the skin's own, but the noise of a camera is not. Fair skin is left as it is.
 * @param contrast 1: set for the person; 0: set for light skin, whoever is there
 */
export function exposureFor(skin: Colour, contrast = 1): Exposure {
  const lack = Math.max(1, usual / luminance(skin)) ** (needed * contrast);
  return { light: Math.sqrt(lack), folds: lack };
}

/** In grey levels (ITU-R BT.601). */
function luminance([red, green, blue]: Colour): number {
  return Math.max(1, 0.299 * red + 0.587 * green + 0.114 * blue);
}
