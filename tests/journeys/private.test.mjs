// R6: what is private stands in nothing that is made to be sent or shown to somebody.
import assert from "node:assert/strict";
import test from "node:test";
import { add, begin, chooseFile, field, fileOf, go, heading, openExample, saveBackup, saved, visit } from "./support.mjs";

/** The kinds of entries from which texts to others are drafted. */
const DRAFTED_FROM = ["goal", "feedback", "appreciation", "action", "plan", "candidate", "event"];

/** Every text somewhere in a value that has words enough not to stand anywhere by chance. */
const texts = (value) => typeof value === "string" ? (value.split(" ").length > 2 ? [value] : [])
  : value && typeof value === "object" ? Object.values(value).flatMap(texts) : [];

/** The example of a year, in which all of these kinds are private or nothing is; with what they say. */
async function year(t, isPrivate) {
  const example = await begin(t);
  await openExample(example.page);
  const file = JSON.parse((await saveBackup(example.page)).text);
  const drafted = file.entries.filter((it) => DRAFTED_FROM.includes(it.kind));
  const open = file.entries.filter((it) => !DRAFTED_FROM.includes(it.kind)).flatMap(texts);
  for (const entry of file.entries) entry.private = drafted.includes(entry) && isPrivate;
  const { page, open: visitIt } = await visit(t);
  await visitIt();
  await heading(page, "A notebook for mentorship, yours alone");
  await page.getByText("Open a backup", { exact: true }).click();
  await chooseFile(page, fileOf(JSON.stringify(file)));
  await page.getByRole("button", { name: "Open it" }).click();
  await saved(page);
  const sayings = drafted.flatMap(({ trace: _, ...said }) => texts(said)).filter((text) => !named(open.join("\n"), [text]).length);
  return { page, entries: file.entries, sayings };
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
  }
  for (const { id } of of("meeting")) {
    await go(page, `#/meetings/${id}`);
    const sheet = page.locator("[data-at=to-send] .copy");
    if (await sheet.count()) await take("meeting", sheet);
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

/** What of these sayings stands in a text, also cut into sentences. */
const named = (text, sayings) => sayings.filter((saying) => text.includes(saying.replace(/[.!?]$/, "")));

test("R6: no draft, letter, agreement or card names what is private", { timeout: 180_000 }, async (t) => {
  const { page, entries, sayings } = await year(t, true);
  assert.ok(sayings.length > 30);
  for (const [where, text] of await outgoing(page, entries)) assert.deepEqual(named(text, sayings), [], `${where}: ${text}`);
});

test("R6: what is not private is named in them, each kind of text", { timeout: 180_000 }, async (t) => {
  const { page, entries, sayings } = await year(t, false);
  const naming = new Set((await outgoing(page, entries)).filter(([, text]) => named(text, sayings).length).map(([where]) => where.split(",")[0]));
  assert.deepEqual([...naming].sort(), ["agreement", "card", "farewell", "meeting", "outreach", "thanks"]);
});
