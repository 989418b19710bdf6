// What the browser reads without what only people read.
import { transformSync } from "esbuild";

export const minified = (text, loader = "js") => transformSync(text, { loader, minify: true, legalComments: "none", target: "es2022" }).code;
