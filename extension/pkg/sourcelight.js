/* @ts-self-types="./sourcelight.d.ts" */
import * as wasm from "./sourcelight_bg.wasm";
import { __wbg_set_wasm } from "./sourcelight_bg.js";

__wbg_set_wasm(wasm);
wasm.__wbindgen_start();
export {
    Highlighting, PageText, paint, readText, version
} from "./sourcelight_bg.js";
