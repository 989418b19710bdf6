// Erasing one entry for good: gone from everything that remembers, and looked for afterwards.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, go, heading, newGoal, reload, saved, stored, write } from "./support.mjs";

test("an entry is erased for good, and nothing of it is left anywhere", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await newGoal(page, "Stay as I am");
  await newGoal(page, "Leave this company");
  await write(page, "Why it matters", "Nobody here may read this sentence");
  await add(page, "Add a milestone", "Write a letter of notice");
  await page.getByRole("checkbox", { name: "Write a letter of notice" }).check();
  await page.getByLabel("Add a milestone", { exact: true }).fill("A line that was not added yet");
  await saved(page);
  // A day later the notebook of the day before is kept, the secret with it.
  await tabs.clock.setFixedTime("2026-04-15T10:00:00+02:00");
  await reload(page);
  await write(page, "How I will know", "The door closes behind me");
  await saved(page);
  const secrets = ["Leave this company", "Nobody here may read", "letter of notice", "The door closes", "not added yet"];
  const left = async () => {
    const all = JSON.stringify(await stored(page));
    return secrets.filter((secret) => all.includes(secret));
  };
  assert.deepEqual(await left(), secrets, "all of it is stored before");

  await page.getByRole("button", { name: "Erase for good…" }).click();
  const question = page.getByRole("dialog", { name: "Erase this for good?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await question.waitFor({ state: "hidden" });
  assert.deepEqual(await left(), secrets, "nothing is erased before the answer");
  await page.getByRole("button", { name: "Erase for good…" }).click();
  await question.getByRole("button", { name: "Erase it" }).click();
  await page.getByRole("status").getByText(/^Erased\. \d+ texts stored here were looked through, and nothing of it is left\.$/).waitFor();
  assert.deepEqual(await left(), []);

  await heading(page, "Goals");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await go(page, "#/history");
  await reload(page);
  assert.deepEqual(await left(), [], "Undo does not bring it back");
  // The rest is whole, also in what is kept of the day before.
  await page.getByRole("button", { name: "Go back to it: Today, how the day began" }).click();
  await page.getByRole("region", { name: "What going back would do" }).waitFor();
});
