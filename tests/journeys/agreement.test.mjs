// R1: clear expectations, written down together. R8: looked at again, and what changed is kept.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, field, go, heading, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** A field whose section has the same name. */
const text = (page, name) => page.getByRole("textbox", { name, exact: true });

async function say(page, name, words) {
  await text(page, name).fill(words);
  await text(page, name).blur();
}

/** A mentorship with Amara Osei, every 14 days; the page says what it is about. */
async function mentorship(page) {
  await go(page, "#/people");
  await add(page, "New person", "Amara Osei");
  await heading(page, "Amara Osei");
  await button(page, "Begin").click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await go(page, `${await page.evaluate(() => location.hash)}/about`);
  await section(page, "Agreement").waitFor();
}

test("R1: two people agree on what they expect, question by question, and what was agreed stays, is sent and printed", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  await mentorship(page);
  await button(page, "Prepare an agreement").click();
  await heading(page, "Agreement with Amara Osei");
  await page.getByText("Nobody has agreed to it yet.", { exact: false }).waitFor();

  await button(page, "One question at a time").click();
  await page.getByRole("heading", { name: "Step 1 of 6: What each of us hopes for" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  await write(page, "What I hope for and bring", "Honest words about my work");
  await write(page, "What they hope for and bring", "That I try things out");
  await button(page, "Next").click();
  await page.getByRole("heading", { name: "Step 2 of 6: What we work on" }).waitFor();
  await button(page, "Next").click();
  await page.getByRole("heading", { name: "Step 3 of 6: How often, and how" }).waitFor();
  assert.equal(await field(page, "A contact every").inputValue(), "14");
  await field(page, "A meeting lasts").fill("45");
  await field(page, "A meeting lasts").blur();
  await page.getByRole("group", { name: "Who brings the agenda" }).getByRole("radio", { name: "Me" }).check();
  await button(page, "Next").click();
  await say(page, "How we talk to each other", "Plainly, and with an example");
  await button(page, "Back").click();
  assert.equal(await field(page, "A meeting lasts").inputValue(), "45");
  await button(page, "Next").click();
  await button(page, "Next").click();
  await write(page, "What we leave out", "Pay");
  await button(page, "Next").click();
  await field(page, "We look at it again on").fill("2026-07-01");
  await button(page, "We agree on this").click();
  await page.getByText("Agreed today", { exact: true }).waitFor();

  const agreed = "Agreement with Amara Osei\n\nWhat I hope for and bring\nHonest words about my work\n\nWhat they hope for and bring\nThat I try things out\n\nRhythm\nevery 14 days, never longer than 28 days\n\nA meeting lasts\n45 minutes\n\nWho brings the agenda\nMe\n\nHow we talk to each other\nPlainly, and with an example\n\nWhat we leave out\nPay\n\nWe look at it again on\nWednesday, 1 July 2026";
  await button(page, "Copy").click();
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), agreed);
  const mail = new URL(await page.getByRole("link", { name: "Open in your mail program" }).getAttribute("href"));
  assert.equal(mail.searchParams.get("body"), agreed.replaceAll("\n", "\r\n"));
  await reload(page);
  await page.getByText("Plainly, and with an example").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "What we leave out" }).count(), 0, "what was agreed stays as it is");
  assert.deepEqual(await axe(page), []);

  await page.emulateMedia({ media: "print" });
  const sheet = await page.locator("main").boundingBox();
  assert.ok(sheet.height < 1050, `one page at 96 dots an inch, and it is ${sheet.height} high`);
});

test("R8: an agreement is looked at again on its day, what is different is told, and the earlier one is kept", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await mentorship(page);
  const about = await page.evaluate(() => location.hash);
  await button(page, "Prepare an agreement").click();
  await say(page, "How we talk to each other", "Plainly");
  await field(page, "We look at it again on").fill("2026-05-01");
  await button(page, "We agree on this").click();
  await page.getByText("Agreed today", { exact: true }).waitFor();
  await saved(page);

  await tabs.clock.setFixedTime("2026-05-02T10:00:00+02:00");
  await go(page, "#/");
  await reload(page);
  const line = page.getByRole("listitem").filter({ hasText: "Look at the agreement with Amara Osei again" });
  await line.getByText("You agreed to do so yesterday").waitFor();
  await line.getByRole("button", { name: "Look at it" }).click();
  await button(page, "Change it together").click();
  await page.getByText("Being talked about since today.", { exact: false }).waitFor();
  assert.equal(await text(page, "How we talk to each other").inputValue(), "Plainly", "it begins with what stood");
  assert.equal(await field(page, "We look at it again on").inputValue(), "", "a day that has come is chosen anew");
  await write(page, "Why we talk about it anew", "A new job, and less time");
  await say(page, "How we talk to each other", "Plainly, with an example");
  await button(page, "We agree on this").click();
  await section(page, "What is different").getByText("Guidelines: “Plainly” becomes “Plainly, with an example”").waitFor();
  await section(page, "What is different").getByText("Why: A new job, and less time").waitFor();
  await go(page, "#/");
  await page.getByText("Look at the agreement with Amara Osei again").waitFor({ state: "detached" });
  await go(page, about);
  const rows = section(page, "Agreement").getByRole("listitem");
  await rows.nth(1).waitFor();
  assert.deepEqual(await rows.allInnerTexts(), ["Agreed today", "Agreed on 14 April"]);
  await rows.nth(1).getByRole("link").click();
  await page.getByText("Plainly", { exact: true }).waitFor();
});

test("R1: an agreement is made with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await mentorship(page);
  await pressOn(page, button(page, "Prepare an agreement"));
  await heading(page, "Agreement with Amara Osei");
  await pressOn(page, button(page, "One question at a time"));
  await tabTo(page, field(page, "What I hope for and bring"));
  await page.keyboard.type("Honest words");
  for (const step of [2, 3, 4, 5, 6]) {
    await pressOn(page, button(page, "Next"));
    await page.getByRole("heading", { name: new RegExp(`^Step ${step} of 6`) }).waitFor();
  }
  await pressOn(page, button(page, "We agree on this"));
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.getByText("Honest words", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await field(page, "What I hope for and bring").waitFor();
});
