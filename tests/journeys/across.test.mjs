// R5: what was promised and what was said across all mentorships; which of it is shown stands in the address.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, chooseFile, field, fileOf, go, heading, newGoal, openExample, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const button = (within, name) => within.getByRole("button", { name, exact: true });
const hash = (page) => page.evaluate(() => location.hash);
const list = (page, name) => section(page, name);
const choose = (page, group, name) => page.getByRole("navigation", { name: group, exact: true }).getByRole("link", { name, exact: true }).click();
const titles = (within) => within.getByLabel("Action item", { exact: true }).evaluateAll((all) => all.map((it) => it.value));

/** A mentorship with somebody; gives its address. */
async function mentorship(page, name) {
  await go(page, "#/people");
  await add(page, "New person", name);
  await heading(page, name);
  await button(page, "Begin").click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  return hash(page);
}

async function promise(page, title, { owner = "Mine", due } = {}) {
  await page.getByRole("radio", { name: owner, exact: true }).first().check();
  if (due) await field(page, "Due").first().fill(due);
  await add(page, "New action item", title);
  await page.getByRole("checkbox", { name: title }).waitFor();
}

test("R5: all that was promised stands in one list, is filtered in the address, and is settled where it stands", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, `${await mentorship(page, "Amara Osei")}/actions`);
  await promise(page, "Send the outline", { due: "2026-04-20" });
  await promise(page, "Read the article", {});
  await go(page, `${await mentorship(page, "Jonas Feld")}/actions`);
  await promise(page, "Lend the book", { owner: "Theirs", due: "2026-04-01" });
  await saved(page);

  await go(page, "#/");
  await page.getByRole("link", { name: "Open action items" }).click();
  await heading(page, "Action items");
  assert.equal(await hash(page), "#/actions?state=open");
  const all = list(page, "What was promised");
  await all.getByText("3 action items", { exact: true }).waitFor();
  assert.deepEqual(await titles(all), ["Lend the book", "Send the outline", "Read the article"], "overdue first, without a day last");
  await all.getByText("What is overdue stands first", { exact: false }).waitFor();
  await all.getByText(/Theirs · with Jonas Feld/).waitFor();
  assert.deepEqual(await axe(page), []);

  await choose(page, "Whose", "Mine");
  await all.getByText("2 of 3 action items", { exact: true }).waitFor();
  assert.equal(await hash(page), "#/actions?state=open&whose=me");
  await choose(page, "How it stands", "Overdue");
  await all.getByText("Nothing fits what you ask for.").waitFor();
  assert.deepEqual(await axe(page), []);
  await page.goBack();
  await all.getByText("2 of 3 action items", { exact: true }).waitFor();
  await page.goBack();
  await all.getByText("3 action items", { exact: true }).waitFor();
  await field(page, "With whom").selectOption({ label: "Jonas Feld" });
  await all.getByText("1 of 3 action items", { exact: true }).waitFor();
  assert.match(await hash(page), /^#\/actions\?state=open&with=mentorship-/);
  await reload(page);
  assert.deepEqual(await titles(all), ["Lend the book"], "an address shows the same again");

  // Settled where it stands: it leaves this list, and stands among the done.
  await all.getByRole("checkbox", { name: "Lend the book" }).click();
  await all.getByText("Nothing fits what you ask for.").waitFor();
  await choose(page, "How it stands", "Done");
  await all.getByText(/done today$/).waitFor();
  await page.keyboard.press("Control+z");
  await all.getByText("Nothing fits what you ask for.").waitFor();
  await all.getByRole("link", { name: "Show all" }).click();
  assert.deepEqual(await titles(all), ["Lend the book", "Send the outline", "Read the article"]);
});

test("R5: feedback says what it is about, names a goal and its skills, and is found by what was done about it", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak in public");
  await add(page, "Add a skill", "Telling a story");
  await saved(page);
  const address = await mentorship(page, "Amara Osei");
  await go(page, `${address}/feedback`);
  const about = page.getByRole("group", { name: "What it is about" });
  await about.getByRole("radio", { name: "A piece of work" }).check();
  await write(page, "Which piece of work", "The first draft");
  await field(page, "About the goal").selectOption({ label: "Speak in public" });
  await add(page, "What was said, in a line; more can follow", "The numbers lost the room");
  const said = section(page, "Feedback").getByRole("listitem");
  await said.getByText("From them · “The first draft” · Speak in public").waitFor();
  await said.getByRole("button", { name: /^More about the feedback/ }).click();
  await said.getByRole("group", { name: "Skills it is about" }).getByRole("checkbox", { name: "Telling a story" }).check();
  await said.getByText("From them · “The first draft” · Telling a story · Speak in public").waitFor();
  await page.getByRole("radio", { name: "From me" }).first().check();
  await about.first().getByRole("radio", { name: "How they work" }).check();
  await add(page, "What was said, in a line; more can follow", "Your pauses help me");
  await field(page, "What they did about it").waitFor();
  await saved(page);

  await go(page, "#/people");
  await page.getByRole("link", { name: "Feedback", exact: true }).click();
  await heading(page, "Feedback");
  const all = list(page, "What was said");
  await all.getByText("2 pieces of feedback", { exact: true }).waitFor();
  await choose(page, "From whom", "From them");
  await all.getByText("1 of 2 pieces of feedback", { exact: true }).waitFor();
  await all.getByText("From them · Amara Osei · “The first draft” · Telling a story · Speak in public").waitFor();
  await choose(page, "What was done", "Nothing done yet");
  assert.equal(await hash(page), "#/feedback?from=them&acted=no");
  await write(all, "What I did about it", "One number in the long version");
  await all.getByText("Nothing fits what you ask for.").waitFor();
  await page.goBack();
  assert.equal(await field(all, "What I did about it").inputValue(), "One number in the long version");
  await choose(page, "About what", "How somebody works");
  await all.getByText("Nothing fits what you ask for.").waitFor();
  await choose(page, "From whom", "All");
  await all.getByText("From me · Amara Osei · how they work").waitFor();
  assert.deepEqual(await axe(page), []);
});

test("R5: a thousand action items are all on the page, and each is whole where one looks", { timeout: 120_000 }, async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const stamp = "1767261600000-0-k3f9ab";
  const id = (kind, n) => `${kind}-${String(n).padStart(16, "0")}`;
  const entry = (kind, n, fields) => ({ kind, id: id(kind, n), ...fields, trace: { made: stamp } });
  const day = (n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  const actions = Array.from({ length: 1000 }, (_, n) => entry("action", n + 1, {
    title: `Promise ${n}`, owner: n % 2 ? "me" : "them", mentorship: id("mentorship", 1), promised: "2026-01-01", due: day(n % 300),
    ...(n % 4 === 3 ? { state: { done: { on: "2026-03-01" } } } : {}),
  }));
  const entries = [
    entry("person", 1, { name: "Amara Osei" }),
    entry("mentorship", 1, { person: id("person", 1), side: "guided", since: "2026-01-01" }),
    ...actions,
  ];
  const file = { format: "mentorbook-backup", version: 1, saved: "2026-04-02T18:30:00Z", app: "0.1.0", entries };
  await go(page, "#/share");
  await chooseFile(page, fileOf(JSON.stringify(file)));
  await button(page, "Open it").click();
  await saved(page);
  await go(page, "#/people");
  const began = await page.evaluate(() => performance.now());
  await page.evaluate(() => { location.hash = "#/actions"; });
  const all = list(page, "What was promised");
  await all.getByRole("checkbox").first().waitFor();
  t.diagnostic(`1,000 action items: shown after ${Math.round(await page.evaluate(() => performance.now()) - began)} ms`);
  const rows = (number) => page.waitForFunction((number) => document.querySelectorAll("main .rows > li").length === number, number);
  await rows(1000);
  assert.ok((await all.getByRole("checkbox").count()) < 150, "most of them are plain");
  // What stands in the middle is found by its words, as with the browser's own search, and becomes whole there.
  const middle = all.getByRole("listitem").filter({ hasText: "Promise 450 " });
  assert.equal(await middle.getByRole("checkbox").count(), 0);
  await middle.scrollIntoViewIfNeeded();
  await all.getByRole("checkbox", { name: "Promise 450", exact: true }).waitFor();
  await rows(1000);
  // Whoever comes from below with the Tab key finds the last one, and on the way up every one before it.
  await all.getByRole("listitem").last().getByRole("checkbox").focus();
  for (let step = 0; step < 12; step++) await page.keyboard.press("Shift+Tab");
  const place = await page.evaluate(() => [...document.querySelectorAll("main .rows > li")].indexOf(document.activeElement.closest("li")));
  assert.ok(place > 980 && place < 999, `row ${place}`);
  await choose(page, "How it stands", "Done");
  await rows(250);
  const ticked = await page.evaluate(() => performance.now());
  await all.getByRole("checkbox").first().click();
  await all.getByText("249 of 1000 action items", { exact: true }).waitFor();
  t.diagnostic(`one of 250 settled: ${Math.round(await page.evaluate(() => performance.now()) - ticked)} ms`);
});

test("R5: the lists are filtered and settled with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await openExample(page);
  await go(page, "#/actions");
  await heading(page, "Action items");
  await pressOn(page, page.getByRole("navigation", { name: "How it stands" }).getByRole("link", { name: "Overdue" }));
  await page.waitForFunction(() => location.hash === "#/actions?state=overdue");
  const first = list(page, "What was promised").getByRole("checkbox").first();
  const name = (await titles(list(page, "What was promised")))[0];
  await tabTo(page, first);
  await page.keyboard.press("Space");
  await page.getByRole("checkbox", { name }).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement !== document.body);
});
