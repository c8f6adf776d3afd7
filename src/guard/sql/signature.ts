/** Functions by name and argument types, as a definition and a grant each say them. */
import type { CreateFunctionStmt, Node, ObjectWithArgs, TypeName } from 'libpg-query';
import { nodesOf, stringsOf } from './nodes.ts';

/** `ops.claim(text,int4,text[])` of a definition. */
export function signatureOf({ funcname, parameters }: CreateFunctionStmt): string {
  const types = nodesOf(parameters, 'FunctionParameter')
    .filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE')
    .map(({ argType }) => typeText(argType));
  return `${stringsOf(funcname).join('.')}(${types.join(',')})`;
}

/** The same of a function that is named in a grant or an `alter`; the name alone where no arguments are given. */
export function signatureOfNamed({ objname, objargs, args_unspecified }: ObjectWithArgs): string {
  const name = stringsOf(objname).join('.');
  return args_unspecified
    ? name
    : `${name}(${nodesOf(objargs as Node[], 'TypeName')
        .map(typeText)
        .join(',')})`;
}

/** Whether a signature is of the function that a grant names, by its arguments or without. */
export function isNamed(signature: string, named: string): boolean {
  return signature === named || signature.startsWith(`${named}(`);
}

function typeText(type: TypeName | undefined): string {
  const names = stringsOf(type?.names).filter((name, index) => index > 0 || name !== 'pg_catalog');
  return names.join('.') + '[]'.repeat(type?.arrayBounds?.length ?? 0);
}
