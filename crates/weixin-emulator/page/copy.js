// Copying to the clipboard, with a button that confirms it.

import { toast } from "./actions.js";
import { button, h, icon } from "./dom.js";
import { t } from "./i18n.js";

/** A button that copies the result of `text()`; `label` is shown next to the icon. */
export function copyButton(text, label = null) {
  const el = button({ class: "copy", label: label ? null : t("copy") }, icon("copy"), label && h("span", null, label));
  el.addEventListener("click", async () => {
    if (!(await write(text()))) return toast(t("copy.failed"), "bad");
    el.classList.add("done");
    el.replaceChildren(icon("check"), h("span", { class: label ? "" : "sr" }, t("copied")));
    return setTimeout(() => {
      el.classList.remove("done");
      el.replaceChildren(...[icon("copy"), label && h("span", null, label)].filter(Boolean));
    }, 1400);
  });
  return el;
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeByHand(text); // The clipboard API is only available on loopback and https.
  }
}

function writeByHand(text) {
  const area = h("textarea", { class: "sr", value: text, readOnly: true });
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
