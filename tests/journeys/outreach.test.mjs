// F6: be proactive, be clear, offer something in return. F3: an invitation that fits.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, field, go, heading, newGoal, pressOn, reload, saved, section, tabTo, write } from "./support.mjs";

const draft = (page) => section(page, "Write it");
const text = (page) => draft(page).getByRole("textbox", { name: "Text", exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** A finding plan with a goal and something to offer, and an outreach of it whose page is open. */
async function newOutreach(page, name) {
  await newGoal(page, "Lead a project");
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  const plan = await page.evaluate(() => location.hash);
  await page.getByText("What I look for, in detail").click();
  await page.getByRole("checkbox", { name: "Lead a project" }).check();
  await write(page, "What I can give in return", "I draw");
  await add(page, "New candidate", name);
  await heading(page, name);
  await button(page, "Prepare a message").click();
  await page.waitForFunction(() => location.hash.startsWith("#/outreach/"));
  return plan;
}

test("F6: a draft says what is known, is changed freely, copied, mailed and marked as sent; a reminder follows", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  await newOutreach(page, "Amara Osei");
  await draft(page).getByText("It would say more with this: why this person, what you ask.").waitFor();
  await write(page, "Why this person", "You said that findings die in a drawer");
  await write(page, "What I ask", "An hour over tea");
  const known = "Hello Amara,\n\nYou said that findings die in a drawer. What I am working toward: Lead a project. What I would like to ask of you: An hour over tea. What I can give in return: I draw.";
  await page.waitForFunction((known) => document.querySelector("[data-at=message]").value === known, known);
  await button(page, "Copy").click();
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), known);

  await field(draft(page), "How it goes").selectOption({ label: "E-mail" });
  await text(page).fill("Hello Amara,\n\nmay I bring you a report?");
  await text(page).blur();
  await saved(page);
  const mail = new URL(await draft(page).getByRole("link", { name: "Open in your mail program" }).getAttribute("href"));
  assert.equal(mail.protocol, "mailto:");
  assert.equal(mail.searchParams.get("body"), "Hello Amara,\r\n\r\nmay I bring you a report?");
  assert.equal(mail.searchParams.get("subject"), "A question for you");
  await reload(page);
  assert.equal(await text(page).inputValue(), "Hello Amara,\n\nmay I bring you a report?", "what was changed stands");

  await button(page, "Mark as sent today").click();
  await draft(page).getByRole("listitem").getByText("A first message, E-mail").waitFor();
  assert.equal(await field(page, "Ask again on").inputValue(), "2026-04-24");
  await page.getByRole("radio", { name: "A reminder" }).waitFor();
  assert.equal(await page.getByRole("radio", { name: "A reminder" }).isChecked(), true);
  assert.match(await text(page).inputValue(), /^Hello Amara,\n\nI wrote to you today/);
  assert.equal(await field(draft(page), "How it goes").locator(":checked").textContent(), "E-mail", "by the way it went before");
  await go(page, "#/candidates");
  await page.getByRole("region", { name: "Reached out" }).getByRole("link", { name: "Amara Osei" }).waitFor();
  assert.deepEqual(await axe(page), []);
});

test("F3: an invitation is never longer than LinkedIn takes", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newOutreach(page, "Amara Osei");
  await write(page, "Why this person", `You said ${"that findings die in a drawer, ".repeat(9)}and so they do`);
  await write(page, "What I ask", "An hour over tea");
  await field(draft(page), "How it goes").selectOption({ label: "LinkedIn invitation" });
  await draft(page).getByText(/^\d+ of 300 characters$/).waitFor();
  const invitation = await text(page).inputValue();
  assert.ok(invitation.length <= 300, invitation);
  assert.match(invitation, /^Hello Amara, .*An hour over tea/);
});

test("F6: after two messages without an answer it is kindly proposed to let it be, and the candidate is parked", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await newOutreach(page, "Amara Osei");
  await button(page, "Mark as sent today").click();
  await draft(page).getByText("A first message, Message").waitFor();
  await tabs.clock.setFixedTime("2026-04-24T10:00:00+02:00");
  await reload(page);
  await button(page, "Mark as sent today").click();
  await draft(page).getByText("A reminder, Message").waitFor();
  assert.equal(await button(page, "Let it be for now").count(), 0, "there is time for an answer");
  await tabs.clock.setFixedTime("2026-05-04T10:00:00+02:00");
  await reload(page);
  await button(page, "Let it be for now").click();
  await page.getByRole("radio", { name: "No answer" }).waitFor();
  assert.equal(await page.getByRole("radio", { name: "No answer" }).isChecked(), true);
  await saved(page);
  await go(page, "#/candidates");
  await page.getByRole("region", { name: "Parked" }).getByText("Comes back on 2 August").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("region", { name: "Reached out" }).getByRole("link", { name: "Amara Osei" }).waitFor();
});

test("F6: a message is written, copied and marked as sent with the keyboard alone", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await tabs.grantPermissions(["clipboard-read", "clipboard-write"]);
  await newOutreach(page, "Amara Osei");
  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, page.getByRole("radio", { name: "A first message" }));
  await tabTo(page, text(page));
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Tuesday?");
  await pressOn(page, button(page, "Copy"));
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), / Tuesday\?$/);
  await pressOn(page, button(page, "Mark as sent today"));
  await page.waitForFunction(() => document.activeElement?.dataset.at === "sent-messages");
  await draft(page).getByText(/Tuesday\?/).first().waitFor();
  await saved(page);
});

test("F6: why them is taken over from the candidate on purpose, and an answer leads on to the talk", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newOutreach(page, "Amara Osei");
  await go(page, "#/candidates");
  await page.getByRole("link", { name: "Amara Osei" }).first().click();
  await heading(page, "Amara Osei");
  const why = page.getByRole("textbox", { name: "Why this person", exact: true });
  await why.fill("Her talk on dashboards");
  await why.blur();
  await page.getByRole("complementary").getByRole("link", { name: "Amara Osei" }).last().click();
  await page.waitForFunction(() => location.hash.startsWith("#/outreach/"));
  assert.equal(await why.inputValue(), "", "what was written for oneself goes out only on purpose");
  await button(page, "Take over what you wrote about them").click();
  await page.waitForFunction(() => document.activeElement?.dataset.at === "why-them" && document.activeElement.value === "Her talk on dashboards");
  await button(page, "Mark as sent today").click();
  await page.getByRole("radio", { name: "An answer came" }).check();
  await draft(page).getByText("Write another message").waitFor();
  assert.equal(await field(page, "Ask again on").count(), 0, "who answered is not asked again");
  await draft(page).getByText("Write another message").click();
  await text(page).fill("Thank you, and until Tuesday");
  await saved(page);
  await page.waitForFunction(() => document.activeElement?.dataset.at === "message", undefined, { timeout: 5_000 });
  await button(page, "You are talking now").click();
  await page.waitForFunction(() => document.activeElement?.textContent === "To the candidate");
  await page.keyboard.press("Enter");
  await heading(page, "Amara Osei");
  assert.equal(await page.getByRole("radio", { name: "Talking" }).isChecked(), true);
});
