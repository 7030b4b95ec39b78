import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";

type Visit = (node: TypeScript.Node) => TypeScript.Node;
type Name = (name: string, value: TypeScript.Expression) => TypeScript.Expression;

/**
 * The assignment target that sets the same names as a declaration: `{ a, b: [c = 1], ...rest }` in
 * `const { a, b: [c = 1], ...rest } = value` becomes the same pattern over the visited names.
 *
 * @param named gives a default value the name of what it is for, where it is a function without one
 */
export function assignmentTarget(
  name: TypeScript.BindingName,
  factory: TypeScript.NodeFactory,
  visit: Visit,
  named: Name,
): TypeScript.Expression {
  if (ts.isIdentifier(name)) return visit(name) as TypeScript.Expression;
  if (ts.isArrayBindingPattern(name))
    return factory.createArrayLiteralExpression(
      name.elements.map((element) => arrayElement(element, factory, visit, named)),
    );
  return factory.createObjectLiteralExpression(
    name.elements.map((element) => objectElement(element, factory, visit, named)),
  );
}

function arrayElement(
  element: TypeScript.ArrayBindingElement,
  factory: TypeScript.NodeFactory,
  visit: Visit,
  named: Name,
): TypeScript.Expression {
  if (ts.isOmittedExpression(element)) return factory.createOmittedExpression();
  const target = withDefault(element, factory, visit, named);
  return element.dotDotDotToken ? factory.createSpreadElement(target) : target;
}

function objectElement(
  element: TypeScript.BindingElement,
  factory: TypeScript.NodeFactory,
  visit: Visit,
  named: Name,
): TypeScript.ObjectLiteralElementLike {
  const target = withDefault(element, factory, visit, named);
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
  named: Name,
): TypeScript.Expression {
  const target = assignmentTarget(element.name, factory, visit, named);
  if (!element.initializer) return target;
  const value = ts.visitNode(element.initializer, visit) as TypeScript.Expression;
  const { name } = element;
  return factory.createAssignment(target, ts.isIdentifier(name) ? named(name.text, value) : value);
}
