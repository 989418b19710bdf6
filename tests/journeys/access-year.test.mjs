import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, openExample } from "./support.mjs";
import { findings, screens, unfoldAll } from "./screens.mjs";

for (const [colorScheme, width] of [["light", 1280], ["dark", 375]]) {
  test(`axe finds nothing in a notebook of a year, ${colorScheme}, ${width} px wide`, { timeout: 300_000 }, async (t) => {
    const { page } = await begin(t, { colorScheme, viewport: { width, height: 900 } });
    await openExample(page);
    const found = await screens(page);
    for (const kind of ["#/meetings/…", "#/people/…", "#/mentorships/…", "#/mentorships/…/feedback"]) assert.ok(found.some(([it]) => it === kind), `no link leads to ${kind}`);
    for (const [kind, hash] of found) {
      await t.test(kind, async () => {
        await go(page, hash);
        await unfoldAll(page);
        assert.deepEqual(await findings(page), []);
      });
    }
  });
}
