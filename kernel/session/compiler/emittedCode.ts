import type * as TypeScript from "typescript";
import { runtimeName, scopeName, type CellRuntime } from "../cellRuntime.js";
import { ts } from "./typescript.js";

/** Builds small pieces of a cell's emitted code. */
export class EmittedCode {
  constructor(readonly factory: TypeScript.NodeFactory) {}

  /** `__cell` */
  runtime(): TypeScript.Identifier {
    return this.factory.createIdentifier(runtimeName);
  }

  /** `__scope.name` */
  scoped(name: string, original?: TypeScript.Node): TypeScript.PropertyAccessExpression {
    const access = this.factory.createPropertyAccessExpression(
      this.factory.createIdentifier(scopeName),
      name,
    );
    return original ? ts.setTextRange(access, original) : access;
  }

  /** `__cell.method(args)` */
  runtimeCall(method: keyof CellRuntime, args: readonly TypeScript.Expression[]): TypeScript.CallExpression {
    const callee = this.factory.createPropertyAccessExpression(this.runtime(), method);
    return this.factory.createCallExpression(callee, undefined, args);
  }

  /** `__cell.method(args);`, awaited if `awaited` is set. */
  call(
    method: keyof CellRuntime,
    args: readonly TypeScript.Expression[],
    awaited: boolean,
  ): TypeScript.Statement {
    const call = this.runtimeCall(method, args);
    return this.factory.createExpressionStatement(awaited ? this.factory.createAwaitExpression(call) : call);
  }

  /** `__cell.ran("name", …);`: from here on later cells see these names. */
  ran(names: readonly string[]): TypeScript.Statement {
    return this.call(
      "ran",
      names.map((name) => this.factory.createStringLiteral(name)),
      false,
    );
  }

  /** `__scope.name = value;` */
  assign(name: string, value: TypeScript.Expression): TypeScript.Statement {
    return this.assignTo(name, ts.isIdentifier(value) ? this.factory.createIdentifier(value.text) : value);
  }

  assignTo(name: string, value: TypeScript.Expression): TypeScript.Statement {
    return this.factory.createExpressionStatement(this.factory.createAssignment(this.scoped(name), value));
  }
}
