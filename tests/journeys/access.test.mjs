import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, heading, visit } from "./support.mjs";
import { findings, floating, screens, unfoldAll, writeNotebook } from "./screens.mjs";

const looks = ["light", "dark"].flatMap((colorScheme) => [1280, 375].map((width) => ({ colorScheme, width })));

async function look(page, { colorScheme, width }) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
}

test("axe finds nothing on any screen", { timeout: 600_000 }, async (t) => {
  // Without motion, colours do not pass slowly from one look to the next.
  const { page, open } = await visit(t, { reducedMotion: "reduce" });
  await open();
  await heading(page, "A notebook for mentorship, yours alone");
  for (const one of looks) {
    await look(page, one);
    assert.deepEqual(await findings(page), [], `the first visit, ${one.colorScheme}, ${one.width} px wide`);
  }
  await writeNotebook(page);
  const all = await screens(page);
  for (const one of looks) {
    await t.test(`${one.colorScheme}, ${one.width} px wide`, async (t) => {
      await look(page, one);
      for (const [kind, hash] of all) {
        await t.test(kind, async () => {
          await go(page, hash);
          // What is folded away is looked at too.
          await unfoldAll(page);
          assert.deepEqual(await findings(page), []);
        });
      }
      await go(page, "#/settings");
      await page.getByRole("button", { name: "Erase everything" }).click();
      assert.deepEqual(await findings(page), [], "the question before erasing");
      await page.keyboard.press("Escape");
      await go(page, "#/");
      for (const [what, show] of floating) {
        await t.test(what, async () => {
          await show(page);
          assert.deepEqual(await findings(page), []);
          await page.keyboard.press("Escape");
          await page.locator("dialog[open]").waitFor({ state: "detached" });
        });
      }
      await go(page, "#/goals");
      await page.getByRole("link", { name: /^Speak at/ }).click();
      await heading(page, "Speak at a regional conference, and answer questions without notes");
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await page.getByRole("status").getByText(/^Removed goal/).waitFor();
      assert.deepEqual(await findings(page), [], "a notice");
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.getByRole("link", { name: /^Speak at/ }).waitFor();
    });
  }
});

test("the focus goes to the heading of the screen one goes to, and the title of the window follows", async (t) => {
  const { page } = await begin(t);
  const places = page.getByRole("navigation", { name: "Places" });
  for (const [link, title] of [["Goals", "Goals"], ["Find", "Find"], ["Share", "Share"]]) {
    await places.getByRole("link", { name: link, exact: true }).click();
    await heading(page, title);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    assert.equal(await page.title(), `${title} · Mentorbook`);
    assert.equal(await places.getByRole("link", { name: link, exact: true }).getAttribute("aria-current"), "page");
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the page" }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
});

test("an address that leads nowhere says so and leads back", async (t) => {
  const { page } = await begin(t);
  await go(page, "#/goals/goal-aaaaaaaaaaaaaaaa");
  await heading(page, "There is nothing at this address");
  await page.getByRole("link", { name: "Go to Today" }).click();
  await heading(page, "Nothing asks for you today");
});
