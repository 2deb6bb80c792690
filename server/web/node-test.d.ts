// The little of Node's test runner that the tests here use; it spares the project a package of types.
declare module "node:test" {
  export function test(name: string, run: () => void | Promise<void>): void;
  export default test;
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
