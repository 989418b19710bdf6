// A browser that can be killed whole: all of its processes at once, with no time for a last word.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { ARGUMENTS } from "../journeys/support.mjs";

/**
 * Starts a Chromium with this profile, in a process group of its own, and gives its only page. `wrong`
 * gathers what no visit may do: an error on the console, something thrown.
 */
export async function startBrowser(profile) {
  const flags = [...ARGUMENTS, "--headless=new", `--user-data-dir=${profile}`, "--remote-debugging-port=0", "about:blank"];
  const main = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", flags, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(main, "exit");
  // What is left of a group whose first process is gone is gone with it.
  const kill = () => {
    try { process.kill(-main.pid, "SIGKILL"); } catch (error) { if (error.code !== "ESRCH") throw error; }
    return gone;
  };
  process.on("exit", kill);
  gone.then(() => process.off("exit", kill));

  const browser = await chromium.connectOverCDP(await address(main.stderr));
  const [tabs] = browser.contexts();
  const wrong = [];
  tabs.on("weberror", (error) => wrong.push(`threw ${error.error().message}`));
  tabs.on("console", (message) => { if (message.type() === "error") wrong.push(`console: ${message.text()}`); });
  return { page: tabs.pages()[0] ?? (await tabs.newPage()), tabs, wrong, kill };
}

/** Where the browser listens, as it says itself. */
async function address(stderr) {
  const lines = createInterface(stderr);
  const said = [];
  for await (const line of lines) {
    const found = line.match(/^DevTools listening on (ws:\S+)/)?.[1];
    if (found) {
      // Nobody reads on, and a full pipe must not hold the browser.
      stderr.resume();
      return found;
    }
    said.push(line);
  }
  throw new Error(`Chromium did not start:\n${said.join("\n")}`);
}
