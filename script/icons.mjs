// Draws the PNG icons from the SVG one. A maskable icon has no round corners and room around the mark.
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { launch } from "../tests/journeys/support.mjs";

const svg = readFileSync("public/icons/mark.svg", "utf8");
const square = svg.replace('rx="14"', "");
const maskable = square.replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"').replace('<rect width="64" height="64"', '<rect x="-8" y="-8" width="80" height="80"');
const browser = await launch();
for (const [name, size, drawing] of [["192", 192, svg], ["512", 512, svg], ["touch", 180, square], ["maskable", 512, maskable]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  // A drawing of two colours and their shades needs no more than these.
  await sharp(await page.screenshot({ omitBackground: true })).png({ palette: true, colours: 32, effort: 10, compressionLevel: 9 }).toFile(`public/icons/${name}.png`);
  await page.close();
}
await browser.close();
