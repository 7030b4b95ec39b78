import { MarkNavigation } from "../drawing/markNavigation.js";

interface GroupFolding {
  readonly nameOf: (group: number) => string;
  readonly isFolded: (group: number) => boolean;
  readonly toggle: (group: number) => void;
}

/** Makes the sentiment group names on both axes of a matrix buttons that fold and unfold the groups. */
export function groupNavigation({ nameOf, isFolded, toggle }: GroupFolding): MarkNavigation[] {
  return [
    { name: "rowGroup", label: "Sentiment groups of the rows" },
    { name: "columnGroup", label: "Sentiment groups of the columns" },
  ].map(
    (axis) =>
      new MarkNavigation({
        ...axis,
        labelOf: ({ group }) => `${isFolded(Number(group)) ? "Open" : "Fold"} ${nameOf(Number(group))}`,
        onActivate: ({ group }) => toggle(Number(group)),
      }),
  );
}
