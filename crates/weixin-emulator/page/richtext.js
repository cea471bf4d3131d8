// Renders the markup that the platform allows in texts, without parsing HTML: `<a href>` in texts,
// `<div class>` and `<br>` in WeCom cards, and a subset of Markdown. Everything else stays text.

import { h } from "./dom.js";
import { t } from "./i18n.js";

/** The URL if it is http(s) (or on this server, or image data), else null. */
export function safeUrl(url, { image = false } = {}) {
  if (typeof url !== "string" || !url.trim()) return null;
  try {
    const parsed = new URL(url, location.href);
    if (parsed.protocol === "http:" || parsed.protocol === "https:") return parsed.href;
    if (image && (parsed.protocol === "blob:" || /^data:image\//i.test(url))) return parsed.href;
  } catch {
    // Not a URL.
  }
  return null;
}

/** An external link, or plain text if the URL is not safe. */
export function link(url, label, className = "rich-link") {
  const href = /^https?:/i.test(url ?? "") ? safeUrl(url) : null;
  if (href) return h("a", { class: className, href, target: "_blank", rel: "noopener noreferrer" }, label);
  return h("span", { class: `${className} rich-dead`, title: t("content.nolink", { url: String(url ?? "") }) }, label);
}

const ANCHOR = /<a\b([^<>]*)>([\s\S]*?)<\/a>/gi;
const BARE = /https?:\/\/[^\s<>"'，。！？；）】》\u3000]+[^\s<>"'，。！？；）】》\u3000.,!?;:)\]]/gi;

function attribute(source, name) {
  const m = source.match(new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i"));
  return m ? unescape(m[1] ?? m[2] ?? m[3]) : null;
}

const unescape = (text) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** Text of an account: anchors and bare URLs become links. */
export function richText(text, onTap) {
  const out = [];
  let end = 0;
  for (const m of text.matchAll(ANCHOR)) {
    out.push(...bareLinks(text.slice(end, m.index)), anchor(m[1], m[2], onTap));
    end = m.index + m[0].length;
  }
  out.push(...bareLinks(text.slice(end)));
  return out;
}

/** Text of a person: only bare URLs become links. */
export function bareLinks(text) {
  const out = [];
  let end = 0;
  for (const m of text.matchAll(BARE)) {
    if (m.index > end) out.push(text.slice(end, m.index));
    out.push(link(m[0], m[0]));
    end = m.index + m[0].length;
  }
  if (end < text.length) out.push(text.slice(end));
  return out;
}

// A `weixin://bizmsgmenu?…` link sends its text when tapped; an anchor can also open a Mini
// Program; all others are URLs.
function anchor(attributes, label, onTap) {
  const href = attribute(attributes, "href") ?? "";
  const program = attribute(attributes, "data-miniprogram-appid");
  if (program)
    return h(
      "span",
      { class: "rich-link", title: `${program} ${attribute(attributes, "data-miniprogram-path") ?? ""}` },
      label,
    );
  if (/^weixin:\/\/bizmsgmenu\b/i.test(href)) {
    const query = new URLSearchParams(href.slice(href.indexOf("?") + 1));
    const content = query.get("msgmenucontent") || label;
    return h(
      "button",
      {
        type: "button",
        class: "rich-link",
        on: { click: () => onTap?.({ id: query.get("msgmenuid") ?? "", text: content }) },
      },
      label,
    );
  }
  return link(href, label);
}

/** A WeCom card's description: `<div class="gray|normal|highlight">` and `<br>`. */
export function cardText(text) {
  const out = [];
  let end = 0;
  for (const m of text.matchAll(/<div\b([^<>]*)>([\s\S]*?)<\/div>|<br\s*\/?>/gi)) {
    if (m.index > end) out.push(text.slice(end, m.index));
    const shade = m[2] === undefined ? null : (attribute(m[1], "class") ?? "normal");
    out.push(
      shade === null
        ? h("br")
        : h(
            "div",
            { class: `shade-${/^(gray|highlight)$/.test(shade) ? shade : "normal"}` },
            m[2].replace(/<br\s*\/?>/gi, "\n"),
          ),
    );
    end = m.index + m[0].length;
  }
  if (end < text.length) out.push(text.slice(end));
  return out;
}

const INLINE =
  /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|<font color="?(info|comment|warning)"?>([\s\S]*?)<\/font>/g;

function inline(text) {
  const out = [];
  let end = 0;
  for (const m of text.matchAll(INLINE)) {
    out.push(...bareLinks(text.slice(end, m.index)));
    if (m[1] !== undefined) out.push(h("strong", null, ...inline(m[1])));
    else if (m[2] !== undefined) out.push(h("code", null, m[2]));
    else if (m[3] !== undefined) out.push(link(m[4], m[3]));
    else out.push(h("span", { class: `font-${m[5]}` }, ...inline(m[6])));
    end = m.index + m[0].length;
  }
  out.push(...bareLinks(text.slice(end)));
  return out;
}

/** WeCom's Markdown: headings, quotes, bold, code, links, three colours. */
export function markdown(text) {
  return text.split("\n").map((line) => {
    const heading = line.match(/^(#{1,6})\s+(.*)$/);
    if (heading) return h("div", { class: `md-h md-h${heading[1].length}` }, ...inline(heading[2]));
    const quote = line.match(/^>\s?(.*)$/);
    if (quote) return h("div", { class: "md-quote" }, ...inline(quote[1]));
    const item = line.match(/^\s*(?:[-*]|\d+\.)\s+(.*)$/);
    if (item) return h("div", { class: "md-item" }, ...inline(item[1]));
    return h("div", { class: "md-line" }, ...(line ? inline(line) : [" "]));
  });
}
