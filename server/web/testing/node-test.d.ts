// The little of Node that the tests here use; it spares the project a package of types.
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
  export default test;
  export function describe(name: string, tests: () => void): void;
  export function before(run: () => void | Promise<void>): void;
  export function after(run: () => void | Promise<void>): void;
  export const mock: {
    timers: {
      enable(what: { apis: readonly string[]; now: number }): void;
      tick(ms: number): void;
      reset(): void;
    };
  };
}
declare module "node:assert/strict" {
  const assert: {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    ok(value: unknown, message?: string): void;
    rejects(promise: Promise<unknown>, check: (problem: any) => boolean): Promise<void>;
  };
  export default assert;
}
declare function setImmediate(then: (value?: unknown) => void): unknown;
declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf-8"): string;
}
declare const process: { env: Record<string, string | undefined>; cpuUsage(before?: { user: number; system: number }): { user: number; system: number } };
