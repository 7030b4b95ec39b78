import { MarkNavigation } from "../drawing/markNavigation.js";

interface GroupFolding {
  readonly nameOf: (group: number) => string;
  readonly isFolded: (group: number) => boolean;
  readonly toggle: (group: number) => void;
}

/** The names of the sentiment groups at both axes of a matrix as buttons that fold and open them. */
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
