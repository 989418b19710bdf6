import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, heading, visit } from "./support.mjs";
import { findings, floating, screens, unfoldAll, writeNotebook } from "./screens.mjs";

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 375]) {
    test(`axe finds nothing on any screen, ${colorScheme}, ${width} px wide`, { timeout: 300_000 }, async (t) => {
      const { page, open } = await visit(t, { colorScheme, viewport: { width, height: 900 } });
      await open();
      await heading(page, "A notebook for mentorship, yours alone");
      assert.deepEqual(await findings(page), [], "the first visit");
      await writeNotebook(page);
      for (const [kind, hash] of await screens(page)) {
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
    });
  }
}

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
