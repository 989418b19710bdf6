// Both sides: somebody who guides another one, from the first expectation to what they learn themselves.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, axe, begin, field, go, heading, newGoal, reload, saved, section, write } from "./support.mjs";

const button = (within, name) => within.getByRole("button", { name, exact: true });

test("R1 to R7 from the other side: whoever guides prepares, agrees, tells what they see, offers, and learns", { timeout: 90_000 }, async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Noor leads her first project");
  await add(page, "Add a milestone", "Noor runs a meeting");
  await go(page, "#/people");
  await add(page, "New person", "Noor Haddad");
  await heading(page, "Noor Haddad");
  await page.getByRole("radio", { name: "I guide" }).check();
  await button(page, "Begin").click();
  await page.getByText("You guide them since 14 April", { exact: false }).waitFor();
  const address = await page.evaluate(() => location.hash);

  // How they learn, and what one can offer: asked of those who guide, and of nobody else.
  await go(page, `${address}/about`);
  const guide = section(page, "As the one who guides");
  await write(guide, "How they learn", "By doing, one thing a week");
  await guide.getByText("Questions to find out").click();
  await guide.getByText("How much between two meetings is too much?").waitFor();
  await write(guide, "What I can offer them", "A seat beside me at the review");
  await guide.getByText("Things one can offer").click();
  await guide.getByText("A look at their work before it counts").waitFor();
  await page.getByRole("checkbox", { name: "Noor leads her first project" }).check();
  assert.deepEqual(await axe(page), []);

  // Expectations, with a safe setting in mind.
  await button(page, "Prepare an agreement").click();
  await heading(page, "Agreement with Noor Haddad");
  assert.match(await field(page, "What I hope for and bring").getAttribute("placeholder"), /Time and an open ear/);
  assert.equal(await page.getByText("Why we talk about it anew").count(), 0, "a first one follows none");
  await page.getByText("What makes it safe to speak").click();
  await page.getByText("Tell a failure of your own before you ask for one of theirs.").waitFor();
  await button(page, "We agree on this").click();
  await page.getByText("Agreed today", { exact: true }).waitFor();

  // Preparing: questions that one who guides asks.
  await go(page, address);
  await page.getByText("Plan a meeting", { exact: true }).last().click();
  await button(page, "Plan it").click();
  await section(page, "Next").getByRole("link").first().click();
  await page.getByText("Questions worth bringing").click();
  await button(page, "Add to the agenda: What have you tried so far, and what happened?").click();
  assert.equal(await page.getByText("What would you do differently if you stood where I stand?").count(), 0);

  // Telling what one sees, kindly and plainly.
  await go(page, `${address}/feedback`);
  assert.equal(await page.getByRole("radio", { name: "From me" }).isChecked(), true);
  await page.getByText("Saying it kindly and plainly").click();
  await page.getByText("Ask first whether they want to hear it now.").waitFor();
  await page.getByRole("radio", { name: "How they work" }).check();
  await add(page, "What was said, in a line; more can follow", "When you slow down, the room follows you");
  await write(page, "What they did about it", "Noor counts to three now");

  // Offering to do something.
  await go(page, `${address}/actions`);
  await page.getByText("What you could offer to do").click();
  await page.getByText("An introduction to one person who stood where they stand").waitFor();
  await add(page, "New action item", "Introduce Noor to Priya");
  await page.getByRole("checkbox", { name: "Introduce Noor to Priya" }).click();

  // What one learns oneself, thanks for it, and a word about how far the other one has come.
  await go(page, `${address}/about`);
  await write(section(page, "As the one who guides"), "What I learn from them", "How little I explain");
  await saved(page);
  await go(page, `${address}/thanks`);
  await add(page, "What I took with me from them, in a line", "How she asks until she has understood");
  await page.waitForFunction(() => document.querySelector("[data-at=note]").value.startsWith("Hello Noor,\n\nI would like to thank you, for I learn from you, too. What I took with me, today: How she asks until she has understood."));
  await page.getByRole("radio", { name: "What I see" }).check();
  await page.waitForFunction(() => document.querySelector("[data-at=note]").value.startsWith("Hello Noor,\n\nI would like to tell you what I see. I have done what I promised you: Introduce Noor to Priya."));
  await reload(page);
  await go(page, `${address}/about`);
  assert.equal(await field(page, "What I learn from them").inputValue(), "How little I explain");

  // The other side is not asked for any of it.
  await page.getByRole("group", { name: "Who guides whom" }).getByRole("radio", { name: "Guides me" }).check();
  await section(page, "As the one who guides").waitFor({ state: "detached" });
});
