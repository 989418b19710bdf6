import init from "./floor.js";
init({ module_or_path: "./floor_bg.wasm" });
