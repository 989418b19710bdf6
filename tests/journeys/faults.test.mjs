// A part of `script/torture faults`: the n-th call to a store fails.
import assert from "node:assert/strict";
import test from "node:test";
import { faults } from "../torture/faults.mjs";

test("whichever call to a store fails, what was called saved is there, and nothing breaks", { timeout: 180_000 }, async (t) => {
  const { visits, calls, told } = await faults({ from: 5, every: 53, log: (line) => t.diagnostic(line) });
  t.diagnostic(`${visits} visits, of one for each of ${calls} calls; in ${told} of them something was said`);
  assert.ok(visits >= 12, `${visits} visits`);
});
