// Helpers that build DOM nodes. Nothing here parses HTML: text always becomes a text node, so the
// content of a message cannot become markup.

import { PATHS } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";

/** The element with this id in index.html. */
export const byId = (id) => document.getElementById(id);

/**
 * Creates an element. `props`: `class`, `on` (listeners), `data` (dataset),
 * `vars` (CSS custom properties), DOM properties (`value`, `disabled`, …);
 * everything else becomes an attribute. `null`, `undefined` and `false` are
 * ignored, for children too.
 */
export function h(tag, props, ...children) {
  const el = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") el.className = value;
    else if (key === "on") for (const [name, fn] of Object.entries(value)) el.addEventListener(name, fn);
    else if (key === "data")
      for (const [name, v] of Object.entries(value)) {
        if (v !== null && v !== undefined) el.dataset[name] = v;
      }
    else if (key === "vars") for (const [name, v] of Object.entries(value)) el.style.setProperty(`--${name}`, v);
    else if (key in el && key !== "list" && key !== "form") el[key] = value;
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...flat(children));
  return el;
}

/** A fragment of nodes and strings; empty values are ignored. */
export function fragment(...children) {
  const out = document.createDocumentFragment();
  out.append(...flat(children));
  return out;
}

function flat(children) {
  return children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false);
}

/** An icon by name. It is hidden from screen readers; its button has the label. */
export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? "");
  svg.append(path);
  return svg;
}

/** A button; `label` is its accessible name if it only shows an icon. */
export function button(props, ...children) {
  const { label, ...rest } = props;
  return h("button", { type: "button", "aria-label": label, title: label, ...rest }, ...children);
}
