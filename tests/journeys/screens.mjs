// Every screen of the app, for what is asked of all of them.
import assert from "node:assert/strict";
import { plan } from "./meetings.mjs";
import { add, axe, field, go, heading, newGoal, saved, section, write } from "./support.mjs";

/** A notebook in which every screen has something to show. */
export async function writeNotebook(page) {
  await field(page, "What are you working toward?").fill("Lead a project from start to end");
  await page.getByRole("radio", { name: "Yes" }).check();
  await field(page, "Their name").fill("Amara Osei");
  await page.getByRole("radio", { name: "Every two weeks" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  const mentorship = await page.evaluate(() => location.hash);
  await plan(page, mentorship, await page.evaluate(() => new Date().toLocaleDateString("sv")));
  await go(page, `${mentorship}/about`);
  await page.getByRole("button", { name: "Prepare an agreement" }).click();
  await heading(page, "Agreement with Amara Osei");
  await write(page, "What I hope for and bring", "Honest words");
  await newGoal(page, "Speak at a regional conference, and answer questions without notes");
  await write(page, "Why it matters", "To be heard");
  await add(page, "Add a skill", "Telling a story");
  await add(page, "Add a milestone", "Submit the abstract");
  await add(page, "Add a milestone", "Rehearse");
  await page.getByRole("checkbox", { name: "Rehearse" }).check();
  await section(page, "Review").getByText("Look at it now").click();
  await write(page, "What do you see now?", "Still right");
  await page.getByRole("button", { name: "Keep this review" }).click();
  await section(page, "Where it stands").getByRole("radio", { name: "Paused" }).check();
  await page.getByRole("button", { name: "Mark as private" }).click();
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  await page.getByRole("checkbox").first().check();
  await add(page, "New event", "Regional data meetup");
  await heading(page, "Regional data meetup");
  await add(page, "Add somebody to meet", "The speaker");
  await add(page, "Add somebody you met", "Noor");
  await page.getByRole("button", { name: "Add to people: Noor" }).click();
  await page.getByRole("link", { name: "In your people: Noor" }).waitFor();
  await go(page, "#/find");
  await add(page, "New outreach", "Ilse Lindqvist");
  await heading(page, "Ilse Lindqvist");
  await page.getByRole("button", { name: "Mark as sent today" }).click();
  await page.getByRole("radio", { name: "An answer came" }).check();
  await go(page, "#/find");
  await add(page, "New candidate", "Jonas Feld");
  await heading(page, "Jonas Feld");
  await field(page, "Look again on").fill("2020-01-01");
  await page.getByRole("radio", { name: "Talking" }).check();
  await page.getByRole("group", { name: "Time for you" }).getByRole("radio", { name: "4" }).check();
  await saved(page);
}

/** What axe finds wrong on the whole page. The window is as tall as the page, so that the places at its foot cover nothing. */
export async function findings(page) {
  const { width } = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await page.setViewportSize({ width, height: Math.max(900, await page.evaluate(() => document.documentElement.scrollHeight)) });
  return axe(page);
}

/** What kind of screen an address leads to. */
const kindOf = (hash) => hash.replace(/\/[a-z]+-[0-9a-z]{16}\b/, "/…");

/** Every kind of screen that links lead to, one address each, and those to which none leads. */
export async function screens(page) {
  const found = new Map(["#/", "#/welcome", "#/share", "#/guide", "#/history", "#/settings", "#/nothing-here"].map((hash) => [kindOf(hash), hash]));
  for (const hash of found.values()) {
    await go(page, hash);
    const links = await page.locator("a[href^='#/']").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    for (const link of links) if (!found.has(kindOf(link))) found.set(kindOf(link), link);
  }
  // The screens during and after a talk: links lead there only on its day.
  for (const what of ["talk", "close"]) found.set(`#/meetings/…/${what}`, `${found.get("#/meetings/…")}/${what}`);
  for (const kind of ["#/goals", "#/goals/…", "#/agreements/…", "#/find", "#/plans/…", "#/events/…", "#/outreach/…", "#/candidates", "#/candidates/…", "#/compare", "#/meetings/…", "#/people"]) assert.ok(found.has(kind), `no link leads to ${kind}`);
  return [...found];
}

/** What floats above the page: how it is opened. */
export const floating = [
  ["the search with hits", async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("searchbox").fill("a"); await page.locator(".hits button").first().waitFor(); }],
  ["“New”", async (page) => { await page.getByRole("button", { name: "New", exact: true }).click(); await page.getByRole("dialog", { name: "Write something new" }).waitFor(); }],
  ["the keys", async (page) => { await page.keyboard.press("?"); await page.getByRole("dialog", { name: "Keys" }).waitFor(); }],
];

/** Unfolds what is folded on the page, so that it is looked at too. */
export const unfoldAll = (page) => page.locator("main details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
