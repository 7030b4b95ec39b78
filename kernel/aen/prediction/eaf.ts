import path from "node:path";
import type { LabelSpan } from "./labelSpans.js";

/** A row of annotations in ELAN. */
export interface EafTier {
  readonly name: string;
  /** In order, without overlaps. */
  readonly spans: readonly LabelSpan[];
}

const mimeTypes: Readonly<Record<string, string>> = {
  ...{ ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".mpg": "video/mpeg" },
  ...{ ".mpeg": "video/mpeg", ".avi": "video/x-msvideo", ".webm": "video/webm", ".mkv": "video/x-matroska" },
};

/**
 * An ELAN annotation file, EAF 3.0 (schema EAFv3.0.xsd of the Max Planck Institute for Psycholinguistics). Every annotation
 * has two time slots of its own, in milliseconds.
 * @param video the file beside which it stands
 * @param date ISO 8601 with seconds, e.g. "2026-01-31T12:00:00Z"
 */
export function eaf(video: string, tiers: readonly EafTier[], date: string): string {
  const annotations = tiers.flatMap(({ name, spans }) => spans.map((span) => ({ tier: name, ...span })));
  const slots = annotations
    .flatMap(({ from, to }, index) => [
      { id: `ts${2 * index + 1}`, time: from },
      { id: `ts${2 * index + 2}`, time: to },
    ])
    .sort((a, b) => a.time - b.time);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ANNOTATION_DOCUMENT AUTHOR="AEN Notebook" DATE="${date}" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">`,
    ...header(video, annotations.length),
    "    <TIME_ORDER>",
    ...slots.map(({ id, time }) => `        <TIME_SLOT TIME_SLOT_ID="${id}" TIME_VALUE="${time}"/>`),
    "    </TIME_ORDER>",
    ...tiers.flatMap(({ name }) => tierLines(name, annotations)),
    '    <LINGUISTIC_TYPE GRAPHIC_REFERENCES="false" LINGUISTIC_TYPE_ID="frame label" TIME_ALIGNABLE="true"/>',
    "</ANNOTATION_DOCUMENT>",
    "",
  ].join("\n");
}

function header(video: string, count: number): string[] {
  const absolute = path.resolve(video).replaceAll("\\", "/");
  // ELAN reads the rest of these as a path, without decoding.
  const url = escaped(`file://${absolute.startsWith("/") ? "" : "/"}${absolute}`);
  const type = mimeTypes[path.extname(video).toLowerCase()] ?? "unknown";
  const relative = escaped(`./${path.basename(video)}`);
  return [
    '    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">',
    `        <MEDIA_DESCRIPTOR MEDIA_URL="${url}" MIME_TYPE="${type}" RELATIVE_MEDIA_URL="${relative}"/>`,
    `        <PROPERTY NAME="lastUsedAnnotationId">${count}</PROPERTY>`,
    "    </HEADER>",
  ];
}

function tierLines(name: string, annotations: readonly (LabelSpan & { readonly tier: string })[]): string[] {
  const own = annotations.flatMap(({ tier, label }, index) =>
    tier === name ? [annotation(index, label)] : [],
  );
  return [
    `    <TIER LINGUISTIC_TYPE_REF="frame label" TIER_ID="${escaped(name)}">`,
    ...own.flat(),
    "    </TIER>",
  ];
}

function annotation(index: number, label: string): string[] {
  const slots = `TIME_SLOT_REF1="ts${2 * index + 1}" TIME_SLOT_REF2="ts${2 * index + 2}"`;
  return [
    "        <ANNOTATION>",
    `            <ALIGNABLE_ANNOTATION ANNOTATION_ID="a${index + 1}" ${slots}>`,
    `                <ANNOTATION_VALUE>${escaped(label)}</ANNOTATION_VALUE>`,
    "            </ALIGNABLE_ANNOTATION>",
    "        </ANNOTATION>",
  ];
}

/** Without the control characters that XML 1.0 cannot hold. */
function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  const clean = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  const marked = clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // In an attribute, a line break as it stands would be read as a space.
  return marked.replaceAll('"', "&quot;").replaceAll(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
