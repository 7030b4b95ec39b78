/**
 * Whose face is followed through a video: the person who is largest for longest, the one nearest to the middle, the one
 * furthest to the left or right of the picture, or one by number, counted from 1 in the order of prominence.
 */
export type PersonChoice = "largest" | "central" | "left" | "right" | number;

/** A choice for each video, by path, file name or name without extension; that of "*" is for all others. */
export type PersonByVideo = Readonly<Record<string, PersonChoice>>;
