import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

type Visit = (node: TypeScript.Node) => TypeScript.Node;

/**
 * The assignment target that sets the same names as a declaration: `{ a, b: [c = 1], ...rest }` in
 * `const { a, b: [c = 1], ...rest } = value` becomes the same pattern over the visited names.
 */
export function assignmentTarget(
  name: TypeScript.BindingName,
  factory: TypeScript.NodeFactory,
  visit: Visit,
): TypeScript.Expression {
  if (ts.isIdentifier(name)) return visit(name) as TypeScript.Expression;
  if (ts.isArrayBindingPattern(name))
    return factory.createArrayLiteralExpression(
      name.elements.map((element) => arrayElement(element, factory, visit)),
    );
  return factory.createObjectLiteralExpression(
    name.elements.map((element) => objectElement(element, factory, visit)),
  );
}

function arrayElement(
  element: TypeScript.ArrayBindingElement,
  factory: TypeScript.NodeFactory,
  visit: Visit,
): TypeScript.Expression {
  if (ts.isOmittedExpression(element)) return factory.createOmittedExpression();
  const target = withDefault(element, factory, visit);
  return element.dotDotDotToken ? factory.createSpreadElement(target) : target;
}

function objectElement(
  element: TypeScript.BindingElement,
  factory: TypeScript.NodeFactory,
  visit: Visit,
): TypeScript.ObjectLiteralElementLike {
  const target = withDefault(element, factory, visit);
  if (element.dotDotDotToken) return factory.createSpreadAssignment(target);
  const key = element.propertyName ?? (element.name as TypeScript.Identifier);
  const property = ts.isIdentifier(key)
    ? factory.createIdentifier(key.text)
    : (ts.visitNode(key, visit) as TypeScript.PropertyName);
  return factory.createPropertyAssignment(property, target);
}

function withDefault(
  element: TypeScript.BindingElement,
  factory: TypeScript.NodeFactory,
  visit: Visit,
): TypeScript.Expression {
  const target = assignmentTarget(element.name, factory, visit);
  if (!element.initializer) return target;
  return factory.createAssignment(target, ts.visitNode(element.initializer, visit) as TypeScript.Expression);
}
