// Converts a push to a curl command for a POSIX shell, byte for byte.

const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The command. It supports arbitrary text bodies, including newlines. */
export function curl({ method, url, query, content_type, body }) {
  const search = (query ?? []).map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const address = search ? `${url}${url.includes("?") ? "&" : "?"}${search}` : url;
  const parts = [`curl -i -X ${method} ${quote(address)}`];
  if (method !== "GET") {
    if (content_type) parts.push(`-H ${quote(`Content-Type: ${content_type}`)}`);
    parts.push(`--data-binary ${quote(body ?? "")}`);
  }
  return parts.join(" \\\n  ");
}
