import assert from "node:assert/strict";
import { openSync, closeSync, ftruncateSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { add, begin, chooseFile, chooseFileByKey, field, fileOf, go, heading, newGoal, reload, saveBackup, saved, scratch, stored, write } from "./support.mjs";

const MB = 1024 * 1024;

/** A file of this size, of which nothing stands on the disk. */
function sparse(path, bytes) {
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
}

/** The bad files, made of a good one: where the trouble is, on which line (that of `at`), what the reason says. */
const table = [
  {
    what: "a picture",
    make: () => Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
    why: /It is no text: perhaps a picture/,
  },
  { what: "an empty file", make: () => "", why: /There is nothing in it/ },
  { what: "a file that was cut off", make: (good) => good.slice(0, good.length / 2), where: /Line \d+, column \d+/, why: /It ends in the middle/ },
  { what: "text that is no JSON", make: (good) => good.replace('"version": 1,', "version = 1"), at: "version = 1", where: /^Line/, why: /It is not valid JSON/ },
  { what: "another app's JSON", make: () => '{"type":"FeatureCollection","features":[]}', why: /It is a file of another program/ },
  { what: "a list as JSON", make: () => "[1, 2, 3]", why: /It is a file of another program/ },
  { what: "a newer version", make: (good) => good.replace('"version": 1', '"version": 2'), why: /written by a newer Mentorbook, in format 2, which this one does not know yet/ },
  { what: "a version that never was", make: (good) => good.replace('"version": 1', '"version": 0'), why: /none that ever existed/ },
  { what: "a file of 40 MB", write: (path) => writeFileSync(path, Buffer.alloc(40 * MB, " ")), why: /It is 40 MB large. A whole notebook is never more than 32 MB/ },
  { what: "a file of 100 MB", write: (path) => sparse(path, 100 * MB), why: /It is 100 MB large/ },
  {
    what: "a hundred thousand levels",
    make: () => `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    why: /It is nested deeper than any notebook|It is a file of another program/,
  },
  {
    what: "a hundred thousand levels inside an entry",
    make: (good) => good.replace('"why": ', `"notes": ${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}, "why": `),
    where: /^Entry 1, a goal, line \d+/,
    why: /It is nested deeper than any notebook/,
  },
  { what: "half of a character", make: (good) => good.replace("Fair pay", "Fair \\ud83c pay"), at: "\\ud83c", where: /^Entry 1, a goal, field “why”, line/, why: /half of a character/ },
  {
    what: "the same id twice",
    make: (good) => edited(good, (file) => { file.entries[1].id = file.entries[0].id; }),
    where: /^Entry 2, a goal, field “id”, line \d+/,
    why: /Another entry has the same id, goal-/,
  },
  {
    what: "a reference to nothing",
    make: (good) => edited(good, (file) => {
      const { trace } = file.entries[0];
      file.entries.push({ kind: "mentorship", id: file.entries[0].id.replace("goal", "mentorship"), person: file.entries[0].id.replace("goal", "person"), side: "guided", since: "2026-01-01", trace: { made: trace.made } });
    }),
    at: '"person": ',
    where: /^Entry 3, a mentorship, field “person”, line/,
    why: /It points to person-\w+, and there is no such entry/,
  },
  { what: "the thirtieth of February", make: (good) => good.replace("2026-03-30", "2026-02-30"), at: "2026-02-30", where: /^Entry 1, a goal, field “target”, line/, why: /A value cannot stand there/ },
  { what: "a megabyte of text in a title", make: (good) => good.replace("Learn to negotiate", "x".repeat(MB)), at: "xxx", where: /^Entry 1, a goal, field “title”, line/, why: /A value cannot stand there: .*1048576/ },
];

function edited(text, change) {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file, null, 2);
}

/** A notebook of two goals, its backup, and what the browser keeps of it. */
async function notebook(t) {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await write(page, "Target date", "2026-03-30");
  await newGoal(page, "Learn Danish");
  const { text } = await saveBackup(page);
  await saved(page);
  const entries = JSON.parse(text).entries;
  const good = edited(text, (file) => { file.entries = entries.sort((one, other) => (one.title < other.title ? 1 : -1)); });
  return { page, good, before: await stored(page) };
}

const refused = (page) => page.getByRole("alert").filter({ hasText: "This file was not opened" });

test("a file that cannot be opened says where and why, and changes nothing", async (t) => {
  const { page, good, before } = await notebook(t);
  const folder = scratch();
  for (const { what, make, write: writeTo, at, where, why } of table) {
    await t.test(what, async () => {
      const path = join(folder, `${what}.json`);
      if (writeTo) writeTo(path);
      else writeFileSync(path, make(good));
      if (make) assert.notEqual(readFileSync(path, "latin1"), Buffer.from(good).toString("latin1"), "the file is not the good one");
      // A message of the file before cannot be taken for one of this file.
      await go(page, "#/settings");
      await go(page, "#/share");
      await chooseFile(page, path);
      await refused(page).waitFor();
      const facts = await refused(page).locator("dl").evaluate((list) => Object.fromEntries([...list.querySelectorAll("dt")].map((it) => [it.textContent, it.nextElementSibling.textContent])));
      assert.match(facts.Why, why);
      if (where) assert.match(facts.Where ?? "no place", where);
      if (at) {
        const lines = readFileSync(path, "utf8").split("\n");
        assert.match(facts.Where, new RegExp(`line ${1 + lines.findIndex((line) => line.includes(at))}\\b`, "i"));
      }
      await refused(page).getByText("Nothing has changed in your notebook.").waitFor();
      assert.ok((await refused(page).innerText()).length < 600, "the message is short");
      assert.deepEqual(await stored(page), before, "what is stored is as it was");
      assert.equal(await page.evaluate(() => ({}).polluted), undefined);
    });
  }
  // The page works as before.
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn Danish" }).click();
  await heading(page, "Learn Danish");
  await write(page, "Why it matters", "To read Bjørn");
  await add(page, "Add a milestone", "Ten words");
  await reload(page);
  await heading(page, "Learn Danish");
  assert.equal(await field(page, "Why it matters").inputValue(), "To read Bjørn");
  await page.getByRole("checkbox", { name: "Ten words" }).waitFor();
});

test("a file that cannot be opened is tried with the keyboard alone, and the good one after it", async (t) => {
  const { page, good } = await notebook(t);
  await go(page, "#/share");
  await chooseFileByKey(page, fileOf(good.slice(0, good.length / 2)));
  await refused(page).getByText("Nothing has changed in your notebook.").waitFor();
  await chooseFileByKey(page, fileOf(good));
  await page.getByText("Everything in this file stands in your notebook already.").waitFor();
  assert.equal(await refused(page).count(), 0);
});

test("a file with a byte order mark, or with lines as Windows ends them, opens", async (t) => {
  const { page, good } = await notebook(t);
  for (const text of [`\ufeff${good}`, good.replaceAll("\n", "\r\n")]) {
    await go(page, "#/settings");
    await go(page, "#/share");
    await chooseFile(page, fileOf(text));
    const preview = page.getByRole("region", { name: "What opening it would do" });
    await preview.getByText("2 entries stay as they are.").waitFor();
    assert.equal(await refused(page).count(), 0);
  }
});

test("a field that is called __proto__ is a field like any other: kept, and nothing more", async (t) => {
  const { page, good } = await notebook(t);
  const entry = JSON.parse(good).entries[0];
  const other = edited(good, (file) => {
    const id = entry.id.replace(/.$/, (last) => (last === "b" ? "c" : "b"));
    file.entries = [{ ...entry, id }];
  }).replace('"title": ', '"__proto__": { "polluted": true }, "title": ');
  await go(page, "#/settings");
  await go(page, "#/share");
  await chooseFile(page, fileOf(other));
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("status").getByText("Opened: 1 added, 0 changed, 0 removed").waitFor();
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  await saved(page);
  assert.match((await saveBackup(page)).text, /"__proto__": \{\s*"polluted": true\s*\}/);
});
