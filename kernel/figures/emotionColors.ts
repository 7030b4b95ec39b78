import type { LabelsPayload } from "../contracts/payloads/clips.js";
import type { Theme } from "./theme.js";

/**
 * Colour always means emotion: one hue family per sentiment group (positive warm, neutral grey,
 * negative cool), one shade per emotion. Adjacent shades alternate in lightness so that they differ for
 * every type of colour vision (CIEDE2000 of 15 or more under the deficiencies simulated by Machado et al., 2009);
 * letters next to the colours carry the same meaning.
 */
const families = {
  warm: ["#f9ad3f", "#ab3618", "#f7d98b", "#7a4a0b", "#ffc7a3", "#d9622b"],
  grey: ["#959b9f", "#5d6168", "#c4c8ce", "#6f747c", "#d7dade", "#4d5159"],
  cool: ["#80c5f0", "#2f42bd", "#267463", "#8e69e8", "#bfe6df", "#4a6fa5", "#d0c2f7", "#7a3fae"],
  green: ["#5c9e31", "#2c5f12", "#a8d67a", "#5f7f2a", "#cfe8b0", "#3f7d5a"],
  rose: ["#cf5b9b", "#8a2a62", "#efa6cc", "#a8437e", "#f3cfe3", "#74305a"],
} as const;

const others = [families.green, families.rose, families.warm, families.cool];

function familyOf(groupName: string, index: number): readonly string[] {
  if (/negat|unpleas|displeas|unhappy/i.test(groupName)) return families.cool;
  if (/posit|pleas|happy/i.test(groupName)) return families.warm;
  if (/neutr/i.test(groupName)) return families.grey;
  return others[index % others.length];
}

/** A fill for each emotion, in label order; the same in every theme. */
export function emotionColors(labels: LabelsPayload): string[] {
  const colors = labels.emotions.map(() => families.grey[0] as string);
  labels.groups.forEach((group, g) => {
    const family = familyOf(group.name, g);
    group.emotions.forEach((emotion, position) => (colors[emotion] = family[position % family.length]));
  });
  return colors;
}

/** Black or white, whichever contrasts more with a colour (WCAG 2.2, relative luminance). */
export function letterOn(fill: string): string {
  return luminance(fill) > 0.179 ? "#000000" : "#ffffff";
}

/** Relative luminance of a `#rrggbb` or `rgb(r, g, b)` colour, 0..1 (WCAG 2.2). */
export function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  if (color.startsWith("#")) return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** Outline of emotion blocks, so that pale ones stay visible on any background. */
export function blockOutline(theme: Theme): string {
  return theme.name === "high contrast" ? theme.ink : theme.line;
}
