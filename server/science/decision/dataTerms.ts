import { publishedLaws } from "../lawFiles/publishedLaws.ts";

/** What the tokens of a run in 16 bits still leave to gain under one law: T_D = B·D^−β, in nats per token. */
export interface DataTerm {
  readonly law: string;
  readonly B: number;
  readonly beta: number;
}

/** The data terms of the published laws that state one (`role.dataTerm` of the law files), each with the same weight. */
export const dataTerms: readonly DataTerm[] = publishedLaws.flatMap(({ file }) => {
  const { scale, exponent } = file.role?.dataTerm ?? {};
  const B = scale === undefined ? undefined : file.constants[scale];
  const beta = exponent === undefined ? undefined : file.constants[exponent];
  return B === undefined || beta === undefined ? [] : [{ law: file.name, B, beta }];
});

/** T_D = B·D^−β: the loss that more tokens would still remove, in nats per token. */
export function lossLeftToTokens({ B, beta }: DataTerm, tokens: number): number {
  return B * tokens ** -beta;
}
