// What a real hall answers to its set-up page; the test that runs these has asked one.
import { readFileSync } from "node:fs";
import type { Answers } from "./page.ts";

export const hallAnswers = (): Answers => JSON.parse(readFileSync(process.env.HALLQUEUE_ANSWERS!, "utf-8")) as Answers;
