// F3: people from LinkedIn's own Connections.csv. K8: people from tables and address books.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { TODAY, add, axe, begin, chooseFile, chooseFileByKey, field, go, heading, pressOn, reload, saved, stored, write } from "./support.mjs";

const fixture = (name, mimeType) => ({ name, mimeType, buffer: readFileSync(new URL(`../fixtures/${name}`, import.meta.url)) });
const CONNECTIONS = fixture("Connections.csv", "text/csv");
const ADDRESS_BOOK = fixture("people.vcf", "text/vcard");
const table = (text, name = "people.csv") => ({ name, mimeType: "text/csv", buffer: typeof text === "string" ? Buffer.from(text) : text });
const row = (page, name) => page.locator("li.newcomer").filter({ has: page.getByText(name, { exact: true }) });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page, text) => page.getByRole("status").getByText(text, { exact: true }).first().waitFor();
const people = async (page) => {
  await go(page, "#/people");
  return page.getByRole("region", { name: "People", exact: true }).getByRole("link").allTextContents();
};

test("F3: people come in from LinkedIn's own Connections.csv: seen first, chosen, taken in as one change, and undone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/people");
  await page.getByRole("link", { name: "Bring people in from a file" }).click();
  await heading(page, "Bring people in");
  await chooseFile(page, CONNECTIONS);
  await page.getByRole("heading", { name: "“Connections.csv”: 3 people" }).waitFor();
  await said(page, "3 new · 1 left out: no name");
  await page.getByText("Left out: 1").click();
  await page.getByText("Line 9: no name that fits (Somewhere)").waitFor();
  await row(page, "José Núñez").getByText("Says \"hello\" · Núñez, Sons and Daughters").waitFor();
  assert.deepEqual(await axe(page), []);
  // A formula is a name like any other, and one need not take it.
  await row(page, '=HYPERLINK("https://example.org") Feld').getByRole("checkbox").uncheck();
  await button(page, "Take 2 people").click();
  await said(page, "2 people taken in, 2 left out");
  assert.deepEqual(await people(page), ["Amara Osei", "José Núñez"]);
  await page.getByRole("link", { name: "Amara Osei" }).click();
  await heading(page, "Amara Osei");
  await saved(page);
  await reload(page);
  for (const [label, value] of [
    ["What they do", "Head of research"], ["Where they work", "Radio"], ["Contact", "amara.osei@example.org"],
    ["Link", "https://www.linkedin.com/in/amara-osei"], ["How we met", "Connected on LinkedIn, 12 Mar 2024"],
  ]) assert.equal(await field(page, label).inputValue(), value);
  await page.keyboard.press("Control+z");
  await go(page, "#/people");
  await page.getByText("Nobody yet.", { exact: false }).waitFor();
});

test("F3: the same file brought in twice makes no duplicates", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/people-in");
  await chooseFile(page, CONNECTIONS);
  await button(page, "Take 3 people").click();
  await saved(page);
  const before = await people(page);
  await go(page, "#/people-in");
  await chooseFile(page, CONNECTIONS);
  await said(page, "3 known already, nothing new · 1 left out: no name");
  await page.getByText("Your notebook knows all of them already.", { exact: false }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Take/ }).count(), 0);
  await button(page, "Leave it").click();
  assert.deepEqual(await people(page), before);
});

test("K8: who is known is recognised, what would change is shown, and what the notebook says stays", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/people");
  await add(page, "New person", "A. Osei");
  await heading(page, "A. Osei");
  await write(page, "What they do", "Reporter, as she says");
  await write(page, "Contact", "AMARA.OSEI@example.org");
  await saved(page);
  await go(page, "#/people-in");
  await chooseFile(page, ADDRESS_BOOK);
  await said(page, "2 new · 1 known, with something new · 1 left out: no name");
  const amara = row(page, "Amara Osei");
  await amara.getByText("A. Osei in your notebook, recognised by e-mail address").waitFor();
  await amara.getByText("Organisation: “Radio, Research, Tests” is added").waitFor();
  await amara.getByText("Your notebook keeps its own words for name, role").waitFor();
  await page.getByText("Not taken, for your notebook has no place for it: BDAY, PHOTO.").waitFor();
  await button(page, "Take none").click();
  await button(page, "Choose somebody to take").waitFor();
  assert.equal(await button(page, "Choose somebody to take").isDisabled(), true);
  await button(page, "Take all").click();
  await button(page, "Take 3 people").click();
  await said(page, "2 people taken in, 1 brought up to date, 1 left out");
  assert.deepEqual(await people(page), ["A. Osei", "Jörgen Feld", "Zoë Núñez"]);
  await page.getByRole("link", { name: "A. Osei" }).click();
  await heading(page, "A. Osei");
  assert.equal(await field(page, "What they do").inputValue(), "Reporter, as she says");
  assert.equal(await field(page, "Where they work").inputValue(), "Radio, Research, Tests");
  for (const contact of ["amara@home.example", "+49 170 1234"]) await page.getByText(contact, { exact: true }).waitFor();
  assert.equal(await field(page, "Notes").inputValue(), "Answers before eight\nor not at all; tea");
  await page.waitForFunction(() => document.querySelector("[data-status]")?.textContent === "Saved");
  assert.ok(!JSON.stringify(await stored(page)).includes("9j/4AAQSk"), "photos are left out");
});

test("K8: old spreadsheets, rows of one person, and people of one name are read as they are meant", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  for (const [name, link] of [["Amara Osei", "https://example.org/1"], ["Amara Osei", "https://example.org/2"]]) {
    await go(page, "#/people");
    await add(page, "New person", name);
    await heading(page, name);
    await write(page, "Link", link);
  }
  await saved(page);
  await go(page, "#/people-in");
  // Windows-1252, semicolons, and columns in another order.
  await chooseFile(page, table(Buffer.from("Firma;E-Mail;Nachname;Vorname\r\nRadio;zoe@example.org;N\xfa\xf1ez;Zo\xeb\r\n;zoe@example.org;N.;Zo\xeb\r\nB\xfccherei;;Osei;Amara\r\n", "latin1")));
  await said(page, "1 new · 1 left out: several of that name");
  await row(page, "Zoë Núñez").getByText("Stands in the file twice; both are brought together").waitFor();
  await page.getByText("Left out: 1").click();
  await page.getByText("Amara Osei: 2 people in your notebook are called so", { exact: false }).waitFor();
  await button(page, "Take 1 person").click();
  await said(page, "1 person taken in, 1 left out");
});

test("K8: a file without people is refused with the reason", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/people-in");
  const why = page.getByRole("alert");
  await chooseFile(page, table("date,amount\n1,2\n"));
  await why.getByText("There are no people in it", { exact: false }).waitFor();
  await chooseFile(page, table(""));
  await why.getByText("There is nothing in it.").waitFor();
  await chooseFile(page, table(`Name\n${"A\n".repeat(30_005)}`));
  await why.getByText("and 30000 is the most", { exact: false }).waitFor();
});

test("F3: people are brought in with the keyboard alone, and many are all on the page", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/people");
  await pressOn(page, page.getByRole("link", { name: "Bring people in from a file" }));
  await heading(page, "Bring people in");
  const rows = Array.from({ length: 120 }, (_, at) => `Person ${1000 + at},Radio`);
  await chooseFileByKey(page, table(`Name,Company\n${rows.join("\n")}\n`));
  await page.waitForFunction(() => document.querySelectorAll("main .rows > li").length === 120);
  await pressOn(page, row(page, "Person 1000").getByRole("checkbox"), "Space");
  await pressOn(page, button(page, "Take 119 people"));
  await said(page, "119 people taken in, 1 left out");
  await go(page, "#/people");
  await page.getByRole("link", { name: "Person 1119" }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll("main .rows > li").length === 119);
});
