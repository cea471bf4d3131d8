// A dialog that asks for values.

import { button, byId, h } from "./dom.js";
import { t } from "./i18n.js";

/**
 * Asks for values; resolves to `{name: text}` or null when cancelled. A field is
 * `{name, label, value, type, hint, area, required, check}`; `check(text)` may
 * return an error text.
 */
export function askFor(title, fields, { submit = t("send"), body = null } = {}) {
  const dialog = byId("dialog");
  return new Promise((resolve) => {
    let result = null;
    const inputs = fields.map((f) => [f, input(f)]);
    const form = h(
      "form",
      { method: "dialog", on: { submit: onSubmit } },
      h("h2", { id: "dialog-title" }, title),
      body,
      ...inputs.map(([f, el]) =>
        h("label", { class: "field" }, h("span", null, f.label), el, f.hint && h("small", null, f.hint)),
      ),
      h(
        "div",
        { class: "dialog-buttons" },
        button({ class: "plain", on: { click: () => dialog.close() } }, fields.length ? t("cancel") : t("close")),
        fields.length ? h("button", { type: "submit", class: "primary" }, submit) : null,
      ),
    );
    dialog.replaceChildren(form);
    dialog.setAttribute("aria-labelledby", "dialog-title");
    dialog.addEventListener("close", () => resolve(result), { once: true });
    dialog.showModal();

    function onSubmit(event) {
      event.preventDefault();
      for (const [f, el] of inputs) {
        el.setCustomValidity(f.check?.(el.value) ?? "");
        if (!el.reportValidity()) return;
      }
      result = Object.fromEntries(inputs.map(([f, el]) => [f.name, el.value]));
      dialog.close();
    }
  });
}

function input(f) {
  const props = {
    name: f.name,
    value: f.value ?? "",
    required: f.required ?? false,
    autocomplete: "off",
    spellcheck: false,
  };
  const el = f.area
    ? h("textarea", { ...props, rows: 5 })
    : h("input", { ...props, type: f.type ?? "text", step: f.type === "number" ? "any" : null });
  el.addEventListener("input", () => el.setCustomValidity(""));
  return el;
}

/** Shows content without input fields. */
export const show = (title, body) => askFor(title, [], { body });
