// R7: appreciation. Help received is remembered until it is thanked for; thanks and news are drafted from what really changed.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, field, go, heading, newGoal, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const button = (within, name) => within.getByRole("button", { name, exact: true });
const note = (page) => section(page, "Write to Amara Osei");
const text = (page) => note(page).getByRole("textbox", { name: "Text", exact: true });
const waits = (page) => section(page, "Not thanked for yet");

/** Waits until the draft says this. */
async function says(page, words) {
  await page.waitForFunction((words) => document.querySelector("[data-at=note]")?.value === words, words);
}

/** A mentorship with Amara Osei, in which one is guided; gives its address. */
export async function mentorship(page, { guiding = false } = {}) {
  await go(page, "#/people");
  await add(page, "New person", "Amara Osei");
  await heading(page, "Amara Osei");
  await write(page, "Contact", "amara@example.org");
  if (guiding) await page.getByRole("radio", { name: "I guide" }).check();
  await button(page, "Begin").click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  return page.evaluate(() => location.hash);
}

test("R7: what helped is kept in a line, comes back on Today, is thanked for in words made from it, and is kept as a contact", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  const address = await mentorship(page);
  await go(page, `${address}/thanks`);
  await waits(page).getByText(/^Nothing waits for thanks/).waitFor();
  await add(page, "What helped, in a line", "The advice to ask a second time");
  await waits(page).getByLabel("What helped").waitFor();
  await saved(page);

  // A week leaves time to try it; then Today asks.
  await tabs.clock.setFixedTime("2026-04-21T10:00:00+02:00");
  await go(page, "#/");
  await reload(page);
  assert.equal(await page.getByText("Thank Amara Osei").count(), 0);
  await tabs.clock.setFixedTime("2026-04-22T10:00:00+02:00");
  await reload(page);
  const line = page.getByRole("listitem").filter({ hasText: "Thank Amara Osei" });
  await line.getByText("“The advice to ask a second time” helped you 8 days ago").waitFor();
  await button(line, "Write").click();
  await page.waitForFunction(() => document.activeElement?.dataset.at === "note");

  // The draft names the help and, once it is known, what became of it.
  await says(page, "Hello Amara,\n\nI would like to thank you. What helped me, on 14 April: The advice to ask a second time.");
  await write(waits(page), "What became of it", "I asked, and they said yes");
  const known = "Hello Amara,\n\nI would like to thank you. What helped me, on 14 April: The advice to ask a second time. What became of it: I asked, and they said yes.";
  await says(page, known);
  await button(note(page), "Copy").click();
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), known);

  // It is changed freely, and what was changed survives.
  await field(note(page), "How you send it").selectOption({ label: "By e-mail" });
  await text(page).fill("Dear Amara,\n\nthey said yes. Thank you!");
  await text(page).blur();
  await reload(page);
  assert.equal(await text(page).inputValue(), "Dear Amara,\n\nthey said yes. Thank you!");
  await field(note(page), "How you send it").selectOption({ label: "By e-mail" });
  const mail = new URL(await note(page).getByRole("link", { name: "Open in your mail program" }).getAttribute("href"));
  assert.equal(mail.pathname, "amara%40example.org");
  assert.equal(mail.searchParams.get("subject"), "Thank you");
  assert.equal(mail.searchParams.get("body"), "Dear Amara,\r\n\r\nthey said yes. Thank you!");

  await button(note(page), "Mark as sent today").click();
  const sent = section(page, "What was sent");
  await sent.getByText("Thank you, by e-mail").waitFor();
  await sent.getByText("they said yes. Thank you!").waitFor();
  await waits(page).getByText(/^Nothing waits for thanks/).waitFor();
  await page.getByText("Thanked for (1)").click();
  await page.getByText("thanked today").waitFor();
  assert.deepEqual(await axe(page), []);

  // It counts as a contact, Today is quiet, and one step takes all of it back.
  await go(page, address);
  await section(page, "What happened").getByText("From me, by e-mail · no answer needed").waitFor();
  await go(page, "#/");
  assert.equal(await page.getByText("Thank Amara Osei").count(), 0);
  await page.keyboard.press("Control+z");
  await page.getByText("Thank Amara Osei").waitFor();
  await go(page, address);
  assert.equal(await section(page, "What happened").getByText("no answer needed").count(), 0);
});

test("R7: how it goes is told from what really changed since one last wrote, and what is private is not told", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await newGoal(page, "Speak in public");
  await add(page, "Add a milestone", "Submit the abstract");
  await add(page, "Add a milestone", "Rehearse");
  await page.getByRole("checkbox", { name: "Submit the abstract" }).check();
  const goal = await page.evaluate(() => location.hash);
  const address = await mentorship(page);
  await go(page, `${address}/about`);
  await page.getByRole("checkbox", { name: "Speak in public" }).check();
  await go(page, `${address}/actions`);
  for (const title of ["Send the outline", "Talk to my manager"]) {
    await add(page, "New action item", title);
    await page.getByRole("checkbox", { name: title }).click();
  }
  await page.getByText("Done and dropped (2)").click();
  await button(page, "More about Talk to my manager").click();
  await button(page, "Mark as private").click();
  await go(page, `${address}/feedback`);
  await add(page, "What was said, in a line; more can follow", "Slower, please.");
  await write(page, "What I did about it", "I breathe");
  await go(page, `${address}/thanks`);
  await says(page, "Hello Amara,\n\nI would like to tell you what has moved. Toward “Speak in public” I have reached: Submit the abstract. I have done what I promised: Send the outline. You told me: “Slower, please.” What I did about it: I breathe.");
  assert.equal(await note(page).getByRole("radio", { name: "How it goes" }).isChecked(), true, "nothing waits for thanks");
  await button(note(page), "Mark as sent today").click();
  await section(page, "What was sent").getByText("How it goes, by message").waitFor();
  await note(page).getByText(/^Nothing has changed since you wrote today/).waitFor();
  await says(page, "Hello Amara,\n\nA short word, so that you know I am still at it.");

  await tabs.clock.setFixedTime("2026-05-02T10:00:00+02:00");
  await reload(page);
  await go(page, goal);
  await page.getByRole("checkbox", { name: "Rehearse" }).check();
  await go(page, `${address}/thanks`);
  await says(page, "Hello Amara,\n\nI would like to tell you what has moved. Toward “Speak in public” I have reached: Rehearse.");
});

test("R7: help is kept at the meeting where it was given, and a note thanks for all of it or for some", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const address = await mentorship(page);
  await page.getByText("Log a past meeting", { exact: true }).click();
  await field(page.locator("form").filter({ hasText: "Log it" }), "Day").fill("2026-04-10");
  await button(page, "Log it").click();
  await page.waitForFunction(() => location.hash.startsWith("#/meetings/"));
  const helped = section(page, "What helped");
  await helped.getByText("Keep something that helped").click();
  await add(helped, "What helped, in a line", "The list of three");
  await add(helped, "What helped, in a line", "Her patience");
  await helped.getByRole("listitem").nth(1).waitFor();
  await go(page, `${address}/thanks`);
  await waits(page).getByText("at the meeting of 10 April").first().waitFor();
  await says(page, "Hello Amara,\n\nI would like to thank you. What helped me, at our meeting last Friday: The list of three. What helped me, at our meeting last Friday: Her patience.");
  await note(page).getByRole("checkbox", { name: "The list of three" }).uncheck();
  await says(page, "Hello Amara,\n\nI would like to thank you. What helped me, at our meeting last Friday: Her patience.");
  await button(note(page), "Mark as sent today").click();
  await waits(page).getByRole("listitem").nth(1).waitFor({ state: "detached" });
  assert.equal(await field(waits(page), "What helped").inputValue(), "The list of three");
  await button(waits(page), "Thanked already: The list of three").click();
  await waits(page).getByText(/^Nothing waits for thanks/).waitFor();
});

test("R7: thanks are written and sent with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, `${await mentorship(page)}/thanks`);
  await heading(page, "Amara Osei");
  await tabTo(page, field(page, "What helped, in a line"));
  await page.keyboard.type("An hour");
  await page.keyboard.press("Enter");
  await says(page, "Hello Amara,\n\nI would like to thank you. What helped me, today: An hour.");
  await tabTo(page, text(page));
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Tea?");
  await pressOn(page, button(note(page), "Mark as sent today"));
  await page.waitForFunction(() => document.activeElement?.dataset.at?.startsWith("check-in-"));
  await section(page, "What was sent").getByText(/Tea\?$/).waitFor();
  await saved(page);
});
