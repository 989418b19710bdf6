// Meetings as journeys make them.
import { add, field, go, section } from "./support.mjs";

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
