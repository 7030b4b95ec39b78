/**
 * The circles of a graph: its strongly connected parts of more than one node, and nodes with an arrow to themselves
 * (Tarjan 1972).
 */
export function circles(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const target of next(node)) {
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(node, Math.min(low.get(node)!, low.get(target)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const part = stack.splice(stack.indexOf(node));
    if (part.length > 1 || next(node).includes(node)) found.push(part);
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}
