// The language of the page and its texts.

import { TEXTS } from "./texts.js";

const KEY = "weixin.lang";
let current = stored() ?? (navigator.language?.toLowerCase().startsWith("zh") ? "zh" : "en");

function stored() {
  try {
    const value = localStorage.getItem(KEY);
    return value === "en" || value === "zh" ? value : null;
  } catch {
    return null; // Storage is disabled: the browser's language applies.
  }
}

/** `"en"` or `"zh"`. */
export const lang = () => current;

/** Sets the language and stores it if the browser allows that. */
export function setLang(value) {
  current = value;
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Not essential.
  }
}

/** The text of `key`; `{name}` is replaced by `values.name`. */
export function t(key, values) {
  const pair = TEXTS[key];
  const text = pair ? pair[current === "zh" ? 1 : 0] : key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")) : text;
}

/** Whether a text with this key exists. */
export const known = (key) => Object.hasOwn(TEXTS, key);

/** Picks a text from the server's `{en, zh}`; with prefix `hint_` from `{hint_en, hint_zh}`. */
export function pick(pair, prefix = "") {
  if (!pair) return "";
  const [first, second] = current === "zh" ? ["zh", "en"] : ["en", "zh"];
  return pair[prefix + first] || pair[prefix + second] || "";
}

/** Fills `data-t` (text) and `data-t-label` (accessible name) of the document. */
export function translate(root = document) {
  document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
  for (const el of root.querySelectorAll("[data-t]")) el.textContent = t(el.dataset.t);
  for (const el of root.querySelectorAll("[data-t-label]")) el.setAttribute("aria-label", t(el.dataset.tLabel));
}
