// Mentorships and meetings as journeys make them.
import { TODAY, add, field, go, heading, reload, section } from "./support.mjs";

/** The day on which journeys take place, some days later. */
export const later = (days) => new Date(new Date(TODAY).getTime() + days * 86_400_000);
export const day = (days) => later(days).toISOString().slice(0, 10);

/** The clock goes on by whole days, and the page notices. */
export async function onDay(page, tabs, days) {
  await tabs.clock.setFixedTime(later(days));
  await reload(page);
}

/** A person, and a mentorship with them in which one is guided every 14 days. */
export async function newMentorship(page, name) {
  await go(page, "#/people");
  await add(page, "New person", name);
  await heading(page, name);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await heading(page, name);
  return new URL(page.url()).hash;
}

/** Plans a meeting, on the page of its mentorship. */
export async function plan(page, mentorship, on) {
  await go(page, mentorship);
  await page.getByText("Plan a meeting", { exact: true }).last().click();
  const form = page.locator("form").filter({ hasText: "Plan it" });
  await field(form, "Day").fill(on);
  await form.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("status").getByText(/^Planned a meeting with/).waitFor();
}

/** Opens the planned meeting. */
export async function openPlanned(page, mentorship) {
  await go(page, mentorship);
  await section(page, "Next").getByRole("link").first().click();
  await page.waitForFunction(() => location.hash.startsWith("#/meetings/"));
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Notes an action item on the page of a meeting. */
export async function promise(page, title, { owner = "Mine" } = {}) {
  const actions = section(page, "Action items");
  await actions.getByRole("radio", { name: owner }).first().check();
  await add(actions, "New action item", title);
  await actions.getByRole("checkbox", { name: title }).waitFor();
}
