// F4: shared interests and goals, matched on the device. F5: a directory that a programme hands out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { TODAY, add, axe, begin, downloaded, field, fileOf, go, heading, newGoal, pressOn, reload, saved, section, stored, tabTo, typeInto, write } from "./support.mjs";

const directory = readFileSync(new URL("../fixtures/directory-1.json", import.meta.url), "utf8");
const matches = (page) => section(page, "Who has what you look for");
const rows = (page) => matches(page).locator("ol.rows > li");
const names = (page) => rows(page).locator(".what").allTextContents();
const row = (page, name) => rows(page).filter({ has: page.getByText(name, { exact: true }) });
const reason = (page, name, what) => row(page, name).getByRole("term").filter({ hasText: what }).locator("xpath=following-sibling::dd").innerText();
const open = (page, text, name = "directory.json") => field(page, "Open a directory or cards").setInputFiles(fileOf(text, name));
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** A finding plan that looks for somebody, with a goal; stays on it. */
async function planWithWishes(page) {
  await newGoal(page, "Lead a project from start to end");
  await add(page, "Add a skill", "Budgets");
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  await page.getByText("What I look for, in detail").click();
  await add(page, "Add a skill I want to learn", "Public speaking");
  await add(page, "Add a skill I want to learn", "People management");
  await add(page, "Add an interest", "trains");
  await write(page, "What we should share", "Says what is wrong before it is late; gives credit");
  await saved(page);
}

test("F4: a directory is ranked on the device by the skills, goals, interests and values of the plan, with the reasons by name", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await page.getByRole("link", { name: "Match cards against what you look for" }).click();
  await heading(page, "Matches");
  await page.getByText("No card is open yet.").waitFor();
  await open(page, directory);
  await page.getByText("Mentoring programme of the public libraries: 3 cards", { exact: true }).waitFor();

  assert.deepEqual(await names(page), ["Greta Lindholm", "Tomás Ribeiro"], "mentors, those first who have most");
  await matches(page).getByText("2 cards, 2 with something you look for", { exact: true }).waitFor();
  assert.equal(await reason(page, "Greta Lindholm", "Knows what you want to learn"), "Giving talks (your “Public speaking”) · Leadership (your “People management”)");
  assert.equal(await reason(page, "Greta Lindholm", "Shared interest"), "Railways (your “trains”)");
  assert.equal(await reason(page, "Greta Lindholm", "Matters to both"), "Giving credit");
  assert.equal(await reason(page, "Tomás Ribeiro", "Knows what you want to learn"), "Budget planning (your “Budgets”)");
  await row(page, "Tomás Ribeiro").getByText("The whole card").click();
  await row(page, "Tomás Ribeiro").getByText("I know how one gets onto a stage", { exact: false }).waitFor();
  assert.deepEqual(await axe(page), []);

  // What is written down later counts at once.
  const address = await page.evaluate(() => location.hash);
  assert.match(address, /^#\/matches\?plan=plan-/);
  await page.goBack();
  await heading(page, "A mentor for this year");
  await page.getByText("What I look for, in detail").click();
  await page.getByRole("button", { name: "Remove: People management" }).click();
  await go(page, address);
  await row(page, "Greta Lindholm").waitFor();
  assert.equal(await reason(page, "Greta Lindholm", "Knows what you want to learn"), "Giving talks (your “Public speaking”)");
});

test("F4: which cards are shown stands in the address, words narrow them down, and mentees are held against one's own card", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await go(page, "#/matches");
  const stranger = { side: "mentor", name: "Cem Aydin", skills: ["Sewing"], interests: ["Trains"] };
  await open(page, directory);
  await open(page, JSON.stringify({ format: "mentorbook-card", version: 1, card: stranger }), "card.json");
  await row(page, "Cem Aydin").waitFor();
  assert.equal(await rows(page).count(), 3);
  await page.getByRole("link", { name: "Only with a skill you look for" }).click();
  await row(page, "Cem Aydin").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => location.hash), "#/matches?with=skill");
  await page.goBack();
  await row(page, "Cem Aydin").waitFor();

  await field(page, "Only cards with these words").fill("stage ribeiro");
  await row(page, "Cem Aydin").waitFor({ state: "detached" });
  assert.deepEqual(await names(page), ["Tomás Ribeiro"]);
  await field(page, "Only cards with these words").fill("nobody says this");
  await page.getByText("No card is left with these filters.").waitFor();
  await field(page, "Only cards with these words").fill("");

  await page.getByRole("link", { name: "Mentees", exact: true }).click();
  await page.getByText("Make a card of your own as a mentor", { exact: false }).waitFor();
  await page.getByRole("radio", { name: "As a mentor" }).check();
  await add(page, "Your name", "Me");
  await heading(page, "My card");
  await add(page, "Add something I know", "Facilitation");
  await go(page, "#/matches?side=mentee");
  assert.equal(await reason(page, "Li Wen", "Wants to learn what you know"), "Chairing a meeting (your “Facilitation”)");
  await button(page, "Add to people: Li Wen").click();
  await row(page, "Li Wen").getByRole("link", { name: "In your people" }).click();
  await heading(page, "Li Wen");
});

test("F4: somebody becomes a candidate from their card in one step; who is known is linked; nothing else of a directory is kept", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await go(page, "#/people");
  await add(page, "New person", "GRETA LINDHOLM");
  await heading(page, "GRETA LINDHOLM");
  await write(page, "What they do", "Spoke at the railway museum");
  await go(page, "#/find");
  await page.getByRole("link", { name: "A mentor for this year" }).click();
  await page.getByRole("link", { name: "Match cards against what you look for" }).click();
  await open(page, directory);
  await button(page, "Make a candidate: Greta Lindholm").click();
  await row(page, "Greta Lindholm").getByRole("link", { name: "Candidate: spotted" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent.includes("Greta Lindholm"));
  await saved(page);
  const kept = JSON.stringify(await stored(page));
  assert.ok(!kept.includes("Ribeiro") && !kept.includes("Li Wen"), "who was only looked at is not kept");

  await row(page, "Greta Lindholm").getByRole("link", { name: "Candidate: spotted" }).click();
  await heading(page, "GRETA LINDHOLM");
  assert.match(await page.getByRole("textbox", { name: "Notes", exact: true }).inputValue(), /^Knows what you want to learn: Giving talks/);
  await page.getByRole("complementary").getByRole("link", { name: "GRETA LINDHOLM" }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/people/"));
  assert.equal(await field(page, "What they do").inputValue(), "Spoke at the railway museum", "nothing is written over");
  assert.equal(await field(page, "Contact").inputValue(), "greta.lindholm@example.org");

  // What was opened is still there, and one step takes all of it back.
  await go(page, "#/matches");
  await button(page, "Make a candidate: Tomás Ribeiro").click();
  await page.getByRole("status").getByText("Added candidate “Tomás Ribeiro” from a card").waitFor();
  await button(page, "Undo").click();
  await button(page, "Make a candidate: Tomás Ribeiro").waitFor();
  await go(page, "#/people");
  await page.getByRole("link", { name: "GRETA LINDHOLM" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Tomás Ribeiro" }).count(), 0);
  await reload(page);
  await go(page, "#/matches");
  await page.getByText("No card is open yet.").waitFor();
});

test("F4: a card of one's own begins with what the notebook knows, is shown to the letter, saved, and opened by others", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await go(page, "#/matches");
  await page.getByRole("radio", { name: "As a mentee" }).check();
  await add(page, "Your name", "Noor Haddad");
  await heading(page, "My card");
  const shown = page.getByRole("region", { name: "What the file says" }).locator("pre");
  await write(page, "What I do", "Designer");
  await shown.getByText('"role": "Designer"').waitFor();
  const { name, text } = await downloaded(page, () => button(page, "Save my card").click());
  assert.equal(name, "mentorbook-card.json");
  assert.equal(text, await shown.textContent(), "the file says what was shown");
  assert.deepEqual(JSON.parse(text), {
    format: "mentorbook-card",
    version: 1,
    card: {
      side: "mentee", name: "Noor Haddad", role: "Designer", wants: ["Budgets", "Public speaking", "People management"],
      interests: ["trains"], values: ["Says what is wrong before it is late", "gives credit"],
    },
  });
  assert.deepEqual(await axe(page), []);
  await go(page, "#/matches?side=mentee");
  await open(page, text, name);
  await row(page, "Noor Haddad").waitFor();
  await reload(page);
  await page.getByRole("link", { name: "Noor Haddad" }).click();
  await heading(page, "My card");
});

test("F4: what is no card is refused with its place and reason, and a backup and a card are not taken for each other", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/matches");
  const why = page.getByRole("alert");
  await open(page, directory.replace('"name": "Tomás Ribeiro"', '"name": ""'));
  await why.getByText("Entry 2, a card, field “name”", { exact: false }).waitFor();
  await open(page, directory.replace('"version": 1', '"version": 7'));
  await why.getByText("It was written by a newer Mentorbook, in format 7", { exact: false }).waitFor();
  await open(page, '{"format":"mentorbook-backup","version":1,"entries":[]}');
  await why.getByText("It is no mentor card, and no directory of them.").waitFor();
  await page.getByText("No card is open yet.").waitFor();
  await go(page, "#/share");
  await field(page, "Choose a file to test").setInputFiles(fileOf(directory));
  await page.getByText(/is a file of Mentorbook and no backup\. Open it above/).waitFor();
});

test("F4: a large directory is on the page as a whole, and every card is whole where one looks", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await go(page, "#/matches");
  const card = (number) => ({ side: "mentor", name: `Person ${1000 + number}`, skills: number === 77 ? ["Keynotes"] : ["Sewing"] });
  await open(page, JSON.stringify({ format: "mentorbook-directory", version: 1, name: "All", cards: Array.from({ length: 120 }, (_, at) => card(at)) }));
  await row(page, "Person 1077").waitFor();
  assert.equal((await names(page))[0], "Person 1077");
  await page.waitForFunction(() => document.querySelectorAll("ol.rows > li").length === 120);
  assert.ok((await rows(page).locator(".what").count()) < 100, "most of them are plain");
  const last = page.locator("ol.rows > li").nth(110);
  const name = (await last.textContent()).trim();
  await last.scrollIntoViewIfNeeded();
  await button(page, `Make a candidate: ${name}`).waitFor();
  assert.equal(await page.locator("ol.rows > li").count(), 120);
  await button(page, "Close them").click();
  await page.getByText("No card is open yet.").waitFor();
});

test("F4: cards are opened, narrowed down and taken with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await planWithWishes(page);
  await go(page, "#/find");
  await pressOn(page, page.getByRole("link", { name: "Match cards against what you look for" }));
  await heading(page, "Matches");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), pressOn(page, field(page, "Open a directory or cards"))]);
  await chooser.setFiles(fileOf(directory));
  await row(page, "Greta Lindholm").waitFor();
  await typeInto(page, field(page, "Only cards with these words"), "tomas");
  await row(page, "Greta Lindholm").waitFor({ state: "detached" });
  await pressOn(page, button(page, "Make a candidate: Tomás Ribeiro"));
  await pressOn(page, row(page, "Tomás Ribeiro").getByRole("link", { name: "Candidate: spotted" }));
  await heading(page, "Tomás Ribeiro");
  await tabTo(page, page.getByRole("radio", { name: "Spotted", exact: true }));
});
