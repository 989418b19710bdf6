// Runs a wasm test binary inside Chromium: the runner of wasm-bindgen serves it, Playwright drives it.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { launch } from "../tests/journeys/support.mjs";

const binary = process.argv[2];
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const address = `127.0.0.1:${port}`;
const runner = spawn("wasm-bindgen-test-runner", [binary], {
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: address },
  stdio: ["ignore", "pipe", "inherit"],
});
// The runner says when it serves.
await new Promise((resolve, reject) => {
  runner.stdout.on("data", (data) => String(data).includes(address) && resolve());
  runner.on("exit", (code) => reject(new Error(`the runner ended with ${code}`)));
});
const browser = await launch();
let failed = true;
try {
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && console.log(message.text()));
  await page.goto(`http://${address}/`);
  await page.waitForFunction(() => /test result: /.test(document.getElementById("output")?.textContent ?? ""), undefined, { timeout: 120_000 });
  const output = await page.textContent("#output");
  console.log(output.trim());
  failed = !/test result: ok/.test(output);
} finally {
  await browser.close();
  runner.removeAllListeners("exit");
  runner.kill();
}
process.exit(failed ? 1 : 0);
