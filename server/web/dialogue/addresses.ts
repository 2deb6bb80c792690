// The addresses of the hall's interface with what each takes and answers: to ask a wrong one does not compile.
import type { Paths } from "../wire.ts";

export type Way = "get" | "post";
export type Address = keyof Paths;
/** Those that can be asked this way. */
export type At<W extends Way> = { [P in Address]: W extends keyof Paths[P] ? P : never }[Address];

type Spec<W extends Way, P extends Address> = W extends keyof Paths[P] ? Paths[P][W] : never;
type Steps<P extends string> = P extends `${string}{${infer Step}}${infer Rest}` ? { [S in Step]: string } & Steps<Rest> : unknown;
type InPath<P extends string> = P extends `${string}{${string}` ? { path: Steps<P> } : unknown;

/** `body`, `query` behind the `?`, and `path`, what stands at the path's own places. */
export type Wish<W extends Way, P extends Address> = Omit<Spec<W, P>, "answer"> & InPath<P>;
export type Answer<W extends Way, P extends Address> = Spec<W, P> extends { answer: infer A } ? A : never;
/** May be left out where there is nothing that must be said. */
export type WishArgument<T> = {} extends T ? [wish?: T] : [wish: T];

interface Loose {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
}

/** With its places and its query filled in, for a link, a picture or a sound. */
export function addressOf<P extends Address>(address: P, ...[wish]: WishArgument<Omit<Wish<"get", P>, "body">>): string {
  return filled(address, wish);
}

export function filled(address: string, wish: unknown): string {
  const { path = {}, query = {} } = (wish ?? {}) as Loose;
  const at = address.replace(/\{(\w+)\}/g, (_, step: string) => encodeURIComponent(path[step] ?? ""));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `${at}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}` : at;
}
