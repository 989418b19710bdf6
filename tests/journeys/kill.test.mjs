import assert from "node:assert/strict";
import test from "node:test";
import { kill } from "../torture/kill.mjs";

test("what was called saved outlives a browser that is killed at any moment, and no change is there by half", { timeout: 300_000 }, async (t) => {
  const { acknowledged, survived, gone, wrong } = await kill({ moments: 10, seed: 1, log: (line) => t.diagnostic(line) });
  t.diagnostic(`${acknowledged} acknowledged; on the way at a kill: ${survived} kept, ${gone} gone`);
  assert.deepEqual(wrong, []);
  assert.ok(acknowledged > 0, "there was something to lose");
});
