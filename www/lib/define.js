// Makes <sourcelight-article> known to the page.

import { defineElement } from './element.js';

defineElement();
