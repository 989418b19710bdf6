// R6: what is private stands in nothing that is made to be sent or shown to somebody.
import assert from "node:assert/strict";
import test from "node:test";
import { add, begin, chooseFile, field, fileOf, go, heading, openExample, saveBackup, saved, visit } from "./support.mjs";

/** The kinds of entries from which texts to others are drafted. */
const DRAFTED_FROM = ["goal", "feedback", "appreciation", "action", "plan", "candidate", "event"];

/** Stands in every text of a private entry, in each of its sentences, and nowhere else. */
const SECRET = "Zqx";

/** What somebody wrote is marked; words that are fixed, days and ids are not. */
const marked = (value) => {
  if (typeof value === "string") return /^[a-z0-9:.+-]*$/.test(value) ? value : value.replaceAll(/[^.!?;\n]+/g, `${SECRET} $&`);
  if (Array.isArray(value)) return value.map(marked);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, name === "trace" ? it : marked(it)]));
};

/** The example of a year, its entries of these kinds marked, and private or not. */
async function year(t, isPrivate) {
  const example = await begin(t);
  await openExample(example.page);
  const file = JSON.parse((await saveBackup(example.page)).text);
  for (const [at, entry] of file.entries.entries()) {
    if (DRAFTED_FROM.includes(entry.kind)) file.entries[at] = { ...marked(entry), private: isPrivate };
  }
  const { page, open } = await visit(t);
  await open();
  await heading(page, "A notebook for mentorship, yours alone");
  await page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await chooseFile(page, fileOf(JSON.stringify(file)));
  await page.getByRole("button", { name: "Open it" }).click();
  await saved(page);
  return { page, entries: file.entries };
}

/** What would go out to somebody: every draft of every kind and length, with where it stands. */
async function outgoing(page, entries) {
  const texts = [];
  const take = async (where, locator) => texts.push([where, await locator.evaluate((it) => it.value ?? it.href ?? it.textContent)]);
  const of = (kind) => entries.filter((it) => it.kind === kind);
  for (const { id } of of("mentorship")) {
    await go(page, `#/mentorships/${id}/thanks`);
    await take("thanks", page.locator("[data-at=note]"));
    await go(page, `#/mentorships/${id}/closing`);
    await take("farewell", page.locator("[data-at=thanks]"));
  }
  for (const { id } of of("agreement")) {
    await go(page, `#/agreements/${id}`);
    await take("agreement", page.getByRole("link", { name: "Open in your mail program" }));
    await page.emulateMedia({ media: "print" });
    texts.push(["printed agreement", await page.locator("main").innerText()]);
    await page.emulateMedia({ media: null });
  }
  for (const { id } of of("meeting")) {
    await go(page, `#/meetings/${id}`);
    const sheet = page.locator("[data-at=to-send] .copy");
    if (await sheet.count()) await take("meeting", sheet);
    // What is added to an agenda from here goes out with it.
    const proposed = page.locator("details").filter({ hasText: "Not to be passed over" });
    if (await proposed.count()) await take("proposals", proposed);
  }
  for (const { id } of of("outreach")) {
    await go(page, `#/outreach/${id}`);
    const kinds = await page.getByRole("group", { name: "What for" }).getByRole("radio").all();
    for (const kind of kinds) {
      await kind.check();
      for (const label of ["LinkedIn invitation", "Message", "E-mail", "Spoken"]) {
        await field(page, "How it goes").selectOption({ label });
        await take(`outreach, ${label}`, page.locator("[data-at=message]"));
      }
    }
  }
  for (const side of ["As a mentor", "As a mentee"]) {
    await go(page, "#/matches");
    await page.getByRole("radio", { name: side }).check();
    await add(page, "Your name", "Noor Haddad");
    await heading(page, "My card");
    await take("card", page.getByRole("region", { name: "What the file says" }).locator("pre"));
  }
  return texts.map(([where, text]) => [where, text.startsWith("mailto:") ? decodeURIComponent(text).replaceAll("\r\n", "\n") : text]);
}

test("R6: no draft, letter, agreement, agenda or card names what is private", { timeout: 180_000 }, async (t) => {
  const { page, entries } = await year(t, true);
  for (const [where, text] of await outgoing(page, entries)) assert.ok(!text.includes(SECRET), `${where}: ${text}`);
});

test("R6: what is not private is named in them, each kind of text", { timeout: 180_000 }, async (t) => {
  const { page, entries } = await year(t, false);
  const naming = new Set((await outgoing(page, entries)).filter(([, text]) => text.includes(SECRET)).map(([where]) => where.split(",")[0]));
  assert.deepEqual([...naming].sort(), ["agreement", "card", "farewell", "meeting", "outreach", "printed agreement", "proposals", "thanks"]);
});
