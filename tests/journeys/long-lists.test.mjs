// A thousand of each: every list is there at once, and soon whole; what is gone to is found wherever it stands.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, begin, chooseFile, fileOf, go, later, saved } from "./support.mjs";

const MANY = 1000;
const id = (kind, n) => `${kind}-${n.toString(16).padStart(16, "0")}`;
const MENTORSHIP = id("mentorship", 1);
const ago = (days) => later(-days).toISOString().slice(0, 10);

/** A notebook with a thousand entries of each kind that stands in lists. */
function notebook() {
  const entries = [];
  const put = (kind, n, fields) => entries.push({ kind, id: id(kind, n), ...fields, trace: { made: `${1767261600000 + n}-0-00000a` } });
  for (let n = 1; n <= MANY; n++) {
    put("goal", n, { title: `Goal ${n}` });
    put("person", n, { name: `Person ${n}` });
    put("check-in", n, { mentorship: MENTORSHIP, on: ago(n), channel: "message", direction: "from-me", about: `Line ${n}`, answer: "not-needed" });
    put("action", n, { title: `Action ${n}`, owner: n % 3 ? "me" : "them", mentorship: MENTORSHIP, promised: ago(n), state: "open" });
    put("feedback", n, { mentorship: MENTORSHIP, on: ago(n), direction: "from-them", text: `Said ${n}` });
    put("appreciation", n, { mentorship: MENTORSHIP, on: ago(n), help: `Help ${n}` });
    put("event", n, { title: `Event ${n}`, on: ago(n) });
    put("outreach", n, { to: `Somebody ${n}` });
    put("candidate", n, { person: id("person", n), since: ago(n), stage: "spotted" });
  }
  put("mentorship", 1, { person: id("person", 1), side: "guided", since: ago(MANY + 1) });
  return JSON.stringify({ format: "mentorbook-backup", version: 1, saved: "2026-04-01T10:00:00Z", app: "0.1.0", entries });
}

test("every list works with a thousand entries", { timeout: 180_000 }, async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/share");
  await chooseFile(page, fileOf(notebook()));
  await page.getByRole("button", { name: "Open it" }).click();
  await saved(page);

  /** How many items the lists of a screen have, frame by frame, until they have as many as are expected. */
  const grows = async (hash, expected) => {
    await go(page, "#/guide/build");
    return page.evaluate(({ hash, expected }) => new Promise((resolve) => {
      const counts = [];
      const look = () => {
        if (document.querySelector("main h1")?.textContent !== "Build the relationship") counts.push(document.querySelectorAll("main li").length);
        if (counts.at(-1) >= expected) resolve(counts);
        else requestAnimationFrame(look);
      };
      location.hash = hash;
      look();
    }), { hash, expected });
  };
  const screens = [
    ["#/goals", 1], ["#/people", 1], ["#/find", 3], ["#/candidates", 1],
    ...["", "/actions", "/feedback", "/thanks"].map((tab) => [`#/mentorships/${MENTORSHIP}${tab}`, 1]),
  ];
  for (const [hash, lists] of screens) {
    await t.test(hash, async () => {
      const counts = await grows(hash, lists * MANY);
      assert.ok(counts[0] <= lists * 150, `the first ${counts[0]} rows are there before the rest`);
    });
  }

  await t.test("what is gone to is found wherever it stands", async () => {
    await go(page, "#/goals");
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").fill("Said 987");
    await page.locator(".hits .what").getByText("Said 987").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction((at) => document.activeElement?.closest(`[data-at="${at}"]`), id("feedback", 987));
  });

  const rows = (number) => page.waitForFunction((number) => document.querySelectorAll("main .rows > li").length === number, number);

  await t.test("a row that moves leaves all others where they are", async () => {
    await go(page, "#/actions");
    await rows(MANY);
    await page.locator("main .rows").getByRole("checkbox").first().check();
    await saved(page);
    await page.locator("main h1").focus();
    await page.evaluate(() => {
      window.taken = 0;
      const rowsIn = (node) => (node instanceof Element ? node.matches("li") + node.querySelectorAll("li").length : 0);
      new MutationObserver((all) => {
        for (const { removedNodes } of all) for (const node of removedNodes) window.taken += rowsIn(node);
      }).observe(document.querySelector("main"), { childList: true, subtree: true });
    });
    await page.keyboard.press("Control+z");
    await saved(page);
    assert.ok((await page.evaluate(() => window.taken)) <= 3);
    await page.keyboard.press("Control+Shift+z");
    await saved(page);
  });

  await t.test("what stands in the window becomes whole, also in a list that loses many while one is in the midst of it", async () => {
    const isWhole = (number) => page.waitForFunction((number) => document.querySelectorAll("main .rows > li").length === number
      && document.elementFromPoint(500, 400)?.closest("main .rows > li.row"), number);
    await page.locator("main .rows > li").nth(500).scrollIntoViewIfNeeded();
    await isWhole(MANY);
    await page.evaluate(() => { location.hash = "#/actions?whose=me"; });
    await isWhole(667);
    await page.evaluate(() => { location.hash = "#/actions"; });
    await isWhole(MANY);
  });

  await t.test("a list that was narrowed down to one row has all of them again", async () => {
    const names = () => page.locator("main .rows > li").evaluateAll((all) => all.map((it) => it.getAttribute("data-at")));
    const before = await names();
    await page.getByRole("link", { name: "Done", exact: true }).click();
    await rows(1);
    await page.getByRole("link", { name: "Open", exact: true }).click();
    await rows(MANY - 1);
    await page.goBack();
    await rows(1);
    await page.goBack();
    await rows(MANY);
    assert.deepEqual(await names(), before);
  });
});
