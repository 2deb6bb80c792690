// The twin test of holidays.ts.
import assert from "node:assert/strict";
import test from "node:test";
import { spanFault, spans, upcoming, withoutSpan, withSpan } from "./hours.ts";

const national = { zh: "国庆节", en: "National Day" };
const lieu = { zh: "补班", en: "Working day" };
const week = { from: "2026-10-01", to: "2026-10-07", name: national, hours: null };

test("a week of holidays is seven days in the set-up and one line on the page", () => {
  const days = withSpan([], week);
  assert.equal(days.length, 7);
  assert.deepEqual(spans(days), [week]);
});

test("a day worked in the middle of a holiday splits it", () => {
  const hours = { opens: "09:00", closes: "16:00" };
  const days = withSpan(withSpan([], week), { from: "2026-10-04", to: "2026-10-04", name: lieu, hours });
  assert.deepEqual(spans(days).map((span) => [span.from, span.to]), [
    ["2026-10-01", "2026-10-03"],
    ["2026-10-04", "2026-10-04"],
    ["2026-10-05", "2026-10-07"],
  ]);
  assert.equal(days.length, 7);
});

test("neighbours with another name or other hours are not one span", () => {
  const days = withSpan(withSpan([], week), { from: "2026-10-08", to: "2026-10-08", name: lieu, hours: null });
  assert.equal(spans(days).length, 2);
});

test("what is over is not upcoming, and a holiday under way still is", () => {
  const days = withSpan([], week);
  assert.equal(upcoming(days, "2026-10-07").length, 1);
  assert.equal(upcoming(days, "2026-10-08").length, 0);
});

test("a span is taken away as a whole", () => {
  assert.deepEqual(withoutSpan(withSpan([], week), week), []);
});

test("a span the wrong way round, endless or half typed is told apart", () => {
  assert.equal(spanFault("2026-10-07", "2026-10-01"), "order");
  assert.equal(spanFault("2026-10-01", "2027-10-07"), "long");
  assert.equal(spanFault("2026-10-01", ""), "day");
  assert.equal(spanFault("2026-10-01", "2026-10-01"), null);
});
